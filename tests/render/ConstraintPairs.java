package tests.render;

/** Constraints, primary keys and options of tables that come, go and change. */
final class ConstraintPairs {
    static final String ALL = """
            == constraints of each kind
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE t (a INT, b INT, c INT);
            INSERT INTO p VALUES (1);
            INSERT INTO t VALUES (1, 1, 1);
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE t (a INT UNIQUE, b INT REFERENCES p, c INT CHECK (c > 0), UNIQUE (b, c), CHECK (a < 9),
                CONSTRAINT named FOREIGN KEY (c) REFERENCES p ON DELETE CASCADE,
                    CONSTRAINT n2 UNIQUE (c) ON CONFLICT IGNORE);
            INSERT INTO p VALUES (1);
            INSERT INTO t VALUES (1, 1, 1);
            == checks that are called one after the other
            CREATE TABLE t (a INT CHECK (a > 0) CHECK (a > 1) CHECK (a > 2) CHECK (a > 3),
                CONSTRAINT t_a_check1 CHECK (a > 4));
            INSERT INTO t VALUES (7);
            ~~
            CREATE TABLE t (a INT CHECK (a > 1), CHECK (a > 3), CHECK (a > 5));
            INSERT INTO t VALUES (7);
            == names of constraints
            CREATE TABLE t (a INT, b INT, CHECK (a > 0), CONSTRAINT x CHECK (b > 0), UNIQUE (a),
                CONSTRAINT y UNIQUE (b));
            INSERT INTO t VALUES (1, 2);
            ~~
            CREATE TABLE t (a INT, b INT, CONSTRAINT x CHECK (a > 0), CONSTRAINT z CHECK (b > 0), UNIQUE (a),
                CONSTRAINT u UNIQUE (b));
            INSERT INTO t VALUES (1, 2);
            == names that change places
            CREATE TABLE t (a INT, b INT, CONSTRAINT x CHECK (a > 0), CONSTRAINT y CHECK (b > 0));
            INSERT INTO t VALUES (1, 2);
            ~~
            CREATE TABLE t (a INT, b INT, CONSTRAINT y CHECK (a > 0), CONSTRAINT x CHECK (b > 0));
            INSERT INTO t VALUES (1, 2);
            == constraints of one name
            CREATE TABLE t (a INT, b INT, CONSTRAINT c CHECK (a > 0), CONSTRAINT u UNIQUE (a));
            INSERT INTO t VALUES (1, 2);
            ~~
            CREATE TABLE t (a INT, b INT, CONSTRAINT c CHECK (a > -1), CONSTRAINT u UNIQUE (a, b) ON CONFLICT REPLACE);
            INSERT INTO t VALUES (1, 2);
            == values of an enumeration
            CREATE TABLE t (a TEXT CHECK (a IN ('red', 'blue')));
            INSERT INTO t VALUES ('red');
            ~~
            CREATE TABLE t (a TEXT CHECK (a IN ('red', 'grey')));
            INSERT INTO t VALUES ('red');
            == columns with constraints that come and go
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE t (a INT, b INT UNIQUE CHECK (b > 0), c INT REFERENCES p, d INT, UNIQUE (b, d),
                CHECK (c > d OR c < b),
                FOREIGN KEY (d) REFERENCES p);
            INSERT INTO p VALUES (1), (2);
            INSERT INTO t VALUES (1, 3, 2, 1);
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE t (a INT);
            INSERT INTO p VALUES (1), (2);
            INSERT INTO t VALUES (1), (2);
            == a primary key
            CREATE TABLE t (a INT, b TEXT);
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INT, b TEXT, PRIMARY KEY (a));
            INSERT INTO t VALUES (1, 'x');
            == a primary key of more columns
            CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT NOT NULL);
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INTEGER, b TEXT NOT NULL, CONSTRAINT k PRIMARY KEY (b DESC, a) ON CONFLICT IGNORE);
            INSERT INTO t VALUES (1, 'x');
            == a key that counts up comes
            CREATE TABLE t (b TEXT);
            INSERT INTO t VALUES ('x'), ('y');
            ~~
            CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT);
            INSERT INTO t (b) VALUES ('x'), ('y');
            == a key takes the place of another one
            CREATE TABLE t (code TEXT PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES ('x', 'y');
            ~~
            CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES (1, 'y');
            == a key over a column that comes
            CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES (1, 'y'), (2, 'z');
            ~~
            CREATE TABLE t (b TEXT, code TEXT NOT NULL, part TEXT, PRIMARY KEY (code, part)) WITHOUT ROWID;
            INSERT INTO t VALUES ('x', 'y', 'z'), ('x', 'z', 'z');
            == INT and INTEGER
            CREATE TABLE t (a INT PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES (1, 'x');
            == counting up
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES (1, 'x');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT);
            INSERT INTO t VALUES (1, 'x');
            == counting up by another column
            CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b INTEGER NOT NULL);
            INSERT INTO t VALUES (1, 2);
            ~~
            CREATE TABLE t (a INTEGER, b INTEGER PRIMARY KEY AUTOINCREMENT);
            INSERT INTO t VALUES (1, 2);
            == without rowid
            CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT);
            INSERT INTO t VALUES ('1', 'x');
            ~~
            CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT) WITHOUT ROWID;
            INSERT INTO t VALUES ('1', 'x');
            == another key of a table without rowid
            CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a)) WITHOUT ROWID;
            INSERT INTO t VALUES ('1', 'x');
            ~~
            CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID;
            INSERT INTO t VALUES ('1', 'x');
            == strict
            CREATE TABLE t (a TEXT PRIMARY KEY, b VARCHAR(10), c DATETIME);
            INSERT INTO t VALUES ('1', 'x', '2026-01-01');
            ~~
            CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT, c TEXT) STRICT, WITHOUT ROWID;
            INSERT INTO t VALUES ('1', 'x', '2026-01-01');
            == types in a strict table
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c ANY) STRICT;
            INSERT INTO t VALUES (1, '2', 'x');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b INT, c TEXT) STRICT;
            INSERT INTO t VALUES (1, 2, 'x');
            == any, strict and not
            CREATE TABLE t (a INTEGER PRIMARY KEY, b ANY, c ANY) STRICT;
            INSERT INTO t VALUES (1, 'x', 'y');
            ~~
            CREATE TABLE t (a INTEGER PRIMARY KEY, b ANY, c);
            INSERT INTO t VALUES (1, 'x', 'y');
            """;

    private ConstraintPairs() {
    }
}
