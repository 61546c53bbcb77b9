package tests.render;

/** Columns that come, go and change. */
final class ColumnPairs {
    static final String ALL = """
            == a column
            CREATE TABLE t (a INTEGER PRIMARY KEY);
            INSERT INTO t VALUES (1), (2);
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES (1, 'x');
            == a column with all that can be said of one
            CREATE TABLE t (a INTEGER PRIMARY KEY);
            INSERT INTO t VALUES (1);
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, "order by" VARCHAR(20) COLLATE NOCASE DEFAULT 'n''a' NOT NULL
                CHECK (length("order by") < 20) UNIQUE);
            INSERT INTO t VALUES (1, 'x');
            == a column that must have a value fill 'v' || rowid
            CREATE TABLE t (a INTEGER PRIMARY KEY);
            INSERT INTO t VALUES (1), (2);
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (code <> ''));
            INSERT INTO t VALUES (1, 'x'), (2, 'y');
            == two columns that must have a value, and say what happens otherwise
            CREATE TABLE t (a INTEGER PRIMARY KEY);
            INSERT INTO t VALUES (1), (2);
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b INT NOT NULL ON CONFLICT IGNORE, "group" INT NOT NULL);
            INSERT INTO t VALUES (1, 2, 3), (2, 3, 4);
            == the only column
            CREATE TABLE t (a INT);
            INSERT INTO t VALUES (1);
            ~~
            CREATE TABLE t (b INT);
            INSERT INTO t VALUES (1);
            == a default that is computed
            CREATE TABLE t (a INTEGER PRIMARY KEY);
            INSERT INTO t VALUES (1);
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL DEFAULT (lower('X')), c TEXT DEFAULT CURRENT_DATE);
            INSERT INTO t VALUES (1, 'x', 'y');
            == defaults that are NULL, and columns that are computed
            CREATE TABLE t (a INT DEFAULT NULL, b INT NOT NULL DEFAULT (NULL), c INT DEFAULT ((NULL)),
                d INT DEFAULT (- NULL));
            INSERT INTO t VALUES (1, 2, 3, 4);
            ~~
            CREATE TABLE t (a INT DEFAULT NULL, b INT AS (a + 1), c INT AS (a + 2) STORED, d INT AS (a + 3));
            INSERT INTO t VALUES (1);
            == types
            CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(100), c INT, d TEXT, e DECIMAL(5, 2));
            INSERT INTO t VALUES (1, 'x', 2, '3', 4.5);
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(320), c TEXT, d INTEGER, e DECIMAL(10, 2));
            INSERT INTO t VALUES (1, 'x', '2', 3, 4.5);
            == no type
            CREATE TABLE t (a INTEGER PRIMARY KEY, b, c TEXT COLLATE NOCASE, d);
            INSERT INTO t VALUES (1, '2', 'x', 'y');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b INT, c COLLATE RTRIM, d COLLATE NOCASE);
            INSERT INTO t VALUES (1, 2, 'x', 'y');
            == collations
            CREATE TABLE t (a TEXT, b TEXT COLLATE NOCASE, c TEXT COLLATE NOCASE);
            CREATE INDEX i ON t (a, b);
            INSERT INTO t VALUES ('x', 'y', 'z');
            ~~
            CREATE TABLE t (a TEXT COLLATE NOCASE, b TEXT, c VARCHAR(9) COLLATE RTRIM);
            CREATE INDEX i ON t (a, b);
            INSERT INTO t VALUES ('x', 'y', 'z');
            == nullability
            CREATE TABLE t (a INT, b INT NOT NULL, c INT NOT NULL, d INT NOT NULL ON CONFLICT REPLACE DEFAULT 1);
            INSERT INTO t VALUES (1, 2, 3, 4);
            ~~
            CREATE TABLE t (a INT NOT NULL, b INT, c INT NOT NULL ON CONFLICT FAIL, d INT NOT NULL DEFAULT 1);
            INSERT INTO t VALUES (1, 2, 3, 4);
            == defaults
            CREATE TABLE t (a INT DEFAULT 1, b TEXT, c TEXT DEFAULT 'x', d INT DEFAULT (1 + 1), e TEXT DEFAULT 'a');
            INSERT INTO t (a) VALUES (7);
            ~~
            CREATE TABLE t (a INT DEFAULT 2, b TEXT DEFAULT 'y', c TEXT, d INT DEFAULT -5,
                e TEXT DEFAULT CURRENT_TIMESTAMP);
            INSERT INTO t (a) VALUES (7);
            == everything about one column
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL DEFAULT 'x' COLLATE NOCASE);
            INSERT INTO t VALUES (1, '2');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b INT DEFAULT 3);
            INSERT INTO t VALUES (1, 2);
            == generated columns that come
            CREATE TABLE t (a INT, b INT);
            INSERT INTO t VALUES (1, 2);
            ~~
            CREATE TABLE t (a INT, b INT, d INT AS (c + 1), c INT AS (a * b), e INT AS (a + f) STORED, f INT DEFAULT 5);
            INSERT INTO t (a, b) VALUES (1, 2);
            == a generated column becomes a plain one
            CREATE TABLE t (a INT, b INT AS (a + 1), c INT AS (a + 2) STORED);
            INSERT INTO t VALUES (1);
            ~~
            CREATE TABLE t (a INT, b INT NOT NULL DEFAULT 3, c INT);
            INSERT INTO t VALUES (1, 2, 3);
            == other expressions
            CREATE TABLE t (a INT, b INT AS (a + 1), c INT AS (a + 2) STORED, d INT AS (a + 3), e INT AS (a) STORED);
            INSERT INTO t VALUES (1);
            ~~
            CREATE TABLE t (a INT, b INT AS (a * 2), c INT AS (a * 3) STORED, d INT AS (a * 4) STORED, e INT AS (a));
            INSERT INTO t VALUES (1);
            == an expression over another column, because its own goes
            CREATE TABLE t (a INT, x INT, b INT AS (a + 1));
            INSERT INTO t VALUES (1, 2);
            ~~
            CREATE TABLE t (x INT, y INT DEFAULT 3, b INT AS (x + y));
            INSERT INTO t VALUES (1, 2);
            == order
            CREATE TABLE t (a INT, b INT, c INT, d INT);
            INSERT INTO t VALUES (1, 2, 3, 4);
            ~~
            CREATE TABLE t (c INT, a INT, e INT, d INT);
            INSERT INTO t VALUES (1, 2, 3, 4);
            == names that need quotes
            CREATE TABLE "order" ("group" INT, "a b" INT CHECK ("a b" > 0), "say ""x"" y" TEXT);
            INSERT INTO "order" VALUES (1, 2, 'x');
            ~~
            CREATE TABLE "order" ("group" TEXT, "a b" INT NOT NULL, "from" INT UNIQUE);
            INSERT INTO "order" VALUES (1, 2, 3);
            """;

    private ColumnPairs() {
    }
}
