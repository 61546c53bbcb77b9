package tests.render;

/** Indexes, views, triggers and virtual tables, and names that something else takes. */
final class ObjectPairs {
    static final String ALL = """
            == indexes
            CREATE TABLE t (a INT, b TEXT);
            CREATE INDEX i ON t (a);
            CREATE INDEX j ON t (a);
            CREATE UNIQUE INDEX k ON t (a) WHERE a > 0;
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INT, b TEXT);
            CREATE INDEX i ON t (a DESC, lower(b));
            CREATE UNIQUE INDEX k ON t (a) WHERE a > 1;
            CREATE INDEX "l m" ON t (b COLLATE NOCASE);
            INSERT INTO t VALUES (1, 'x');
            == an index of a column that goes
            CREATE TABLE t (a INT, b TEXT);
            CREATE INDEX i ON t (b);
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INT, c INT);
            CREATE INDEX i ON t (c);
            INSERT INTO t VALUES (1, 1);
            == an index moves to another table
            CREATE TABLE t (a INT);
            CREATE TABLE s (a INT);
            CREATE INDEX i ON t (a);
            ~~
            CREATE TABLE t (a INT);
            CREATE TABLE s (a INT);
            CREATE INDEX i ON s (a);
            == views and what they are made of
            CREATE TABLE t (a INT, b TEXT);
            CREATE VIEW v AS SELECT a, b FROM t;
            CREATE VIEW w AS SELECT a FROM v;
            CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, new.b); END;
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INT, c TEXT);
            CREATE VIEW v AS SELECT a, c FROM t;
            CREATE VIEW w AS SELECT a FROM v;
            CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, new.c); END;
            INSERT INTO t VALUES (1, 'x');
            == a view changes and its trigger does not
            CREATE TABLE t (a INT, b TEXT);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE VIEW w AS SELECT a FROM v;
            CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, 'x'); END;
            ~~
            CREATE TABLE t (a INT, b TEXT);
            CREATE VIEW v AS SELECT a FROM t WHERE b = 'x';
            CREATE VIEW w AS SELECT a FROM v;
            CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, 'x'); END;
            == triggers
            CREATE TABLE t (a INT, b INT);
            CREATE TABLE log (n INT);
            CREATE TRIGGER x AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;
            CREATE TRIGGER y AFTER UPDATE OF b ON t BEGIN INSERT INTO log VALUES (new.b); END;
            INSERT INTO t VALUES (1, 2);
            ~~
            CREATE TABLE t (a INT, c INT);
            CREATE TABLE log (n INT);
            CREATE TRIGGER x AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.a); END;
            CREATE TRIGGER z AFTER UPDATE OF c ON t BEGIN INSERT INTO log VALUES (new.c); END;
            INSERT INTO t VALUES (1, 2);
            == a trigger whose table goes
            CREATE TABLE t (a INT);
            CREATE TABLE log (n INT);
            CREATE TRIGGER x AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.a); END;
            INSERT INTO t VALUES (1);
            ~~
            CREATE TABLE log (n INT);
            == a view becomes a table
            CREATE TABLE t (a INT);
            CREATE VIEW x AS SELECT a FROM t;
            CREATE TABLE y (a INT);
            INSERT INTO y VALUES (1);
            ~~
            CREATE TABLE t (a INT);
            CREATE TABLE x (a INT);
            CREATE VIEW y AS SELECT a FROM t;
            == an index, a view and a table take names in turn
            CREATE TABLE t (a INT);
            CREATE INDEX i ON t (a);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE TABLE u (a INT);
            ~~
            CREATE TABLE t (a INT);
            CREATE INDEX u ON t (a);
            CREATE VIEW i AS SELECT a FROM t;
            CREATE TABLE v (a INT);
            == full text
            CREATE TABLE t (a INTEGER PRIMARY KEY, body TEXT);
            CREATE VIRTUAL TABLE f USING fts5 (body);
            INSERT INTO t VALUES (1, 'x');
            INSERT INTO f VALUES ('x');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, body TEXT);
            CREATE VIRTUAL TABLE f USING fts5 (body, title);
            CREATE VIRTUAL TABLE g USING rtree (id, x1, x2);
            CREATE VIEW v AS SELECT body FROM f;
            INSERT INTO t VALUES (1, 'x');
            == a full text index of a table that changes
            CREATE TABLE t (a INTEGER PRIMARY KEY, body TEXT);
            CREATE VIRTUAL TABLE f USING fts5 (body, content='t', content_rowid='a');
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, text TEXT);
            CREATE VIRTUAL TABLE f USING fts5 (text, content='t', content_rowid='a');
            INSERT INTO t VALUES (1, 'x');
            == everything
            CREATE TABLE t (a INT);
            CREATE INDEX i ON t (a);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END;
            INSERT INTO t VALUES (1);
            ~~
            CREATE TABLE other (n INT);
            """;

    private ObjectPairs() {
    }
}
