package tests.render;

/** Tables that come, go and change while others refer to them. */
final class KeyPairs {
    static final String ALL = """
            == tables in an order that nobody would choose
            CREATE TABLE x (id INTEGER PRIMARY KEY);
            ~~
            CREATE TABLE x (id INTEGER PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, b INT REFERENCES b);
            CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a, x INT REFERENCES x ON DELETE RESTRICT);
            CREATE TABLE a (id INTEGER PRIMARY KEY);
            INSERT INTO x VALUES (1);
            INSERT INTO a VALUES (1);
            INSERT INTO b VALUES (1, 1, 1);
            INSERT INTO c VALUES (1, 1);
            == a circle of tables
            CREATE TABLE x (id INTEGER PRIMARY KEY);
            ~~
            CREATE TABLE x (id INTEGER PRIMARY KEY, a INT REFERENCES a ON DELETE CASCADE);
            CREATE TABLE a (id INTEGER PRIMARY KEY, b INT NOT NULL REFERENCES b ON DELETE RESTRICT);
            CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a ON DELETE SET NULL,
                b INT REFERENCES b ON DELETE RESTRICT);
            INSERT INTO b VALUES (1, NULL, NULL), (2, NULL, 1);
            INSERT INTO a VALUES (1, 1);
            UPDATE b SET a = 1;
            INSERT INTO x VALUES (1, 1), (2, 1);
            == a table goes, and what refers to it stays
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p ON DELETE CASCADE, n INT);
            INSERT INTO p VALUES (1);
            INSERT INTO c VALUES (1, 1, 1), (2, NULL, 2);
            ~~
            CREATE TABLE c (id INTEGER PRIMARY KEY, n INT);
            INSERT INTO c VALUES (1, 1), (2, 2);
            == a table goes, and the column that referred to it stays, one way
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT CONSTRAINT k REFERENCES p ON DELETE CASCADE);
            INSERT INTO p VALUES (1);
            INSERT INTO c VALUES (1, 1), (2, NULL);
            ~~
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT);
            INSERT INTO c VALUES (1, NULL), (2, NULL);
            == a table goes, and another one takes its part
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p ON DELETE CASCADE);
            INSERT INTO p VALUES (1);
            INSERT INTO c VALUES (1, NULL);
            ~~
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES q ON DELETE CASCADE);
            CREATE TABLE q (id INTEGER PRIMARY KEY);
            INSERT INTO q VALUES (1);
            INSERT INTO c VALUES (1, NULL);
            == the key that others refer to is another one
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id) ON DELETE CASCADE);
            INSERT INTO p VALUES (1, 'x');
            INSERT INTO c VALUES (1, 1);
            ~~
            CREATE TABLE p (id INTEGER NOT NULL UNIQUE, code TEXT NOT NULL PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id) ON DELETE CASCADE);
            INSERT INTO p VALUES (1, 'x');
            INSERT INTO c VALUES (1, 1);
            == what others refer to is gone, and they refer to something new
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (code));
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT, CONSTRAINT u UNIQUE (code));
            INSERT INTO p VALUES (1, '1');
            INSERT INTO c VALUES (1, NULL);
            ~~
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES p (number));
            CREATE TABLE p (id INTEGER PRIMARY KEY, number INT UNIQUE);
            INSERT INTO p VALUES (1, 1);
            INSERT INTO c VALUES (1, NULL);
            == keys of one table that change while others stay
            CREATE TABLE p (id INTEGER PRIMARY KEY, a INT, b INT, UNIQUE (a, b));
            CREATE TABLE c (id INTEGER PRIMARY KEY, a INT, b INT, FOREIGN KEY (a, b) REFERENCES p (a,
                b) ON DELETE CASCADE);
            INSERT INTO p VALUES (1, 1, 1);
            INSERT INTO c VALUES (1, 1, 1), (2, NULL, 1);
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY, a INT, b INT, UNIQUE (b, a));
            CREATE TABLE c (id INTEGER PRIMARY KEY, a INT, b INT, FOREIGN KEY (a, b) REFERENCES p (a,
                b) ON DELETE CASCADE);
            INSERT INTO p VALUES (1, 1, 1);
            INSERT INTO c VALUES (1, 1, 1), (2, NULL, 1);
            == a table that refers to itself
            CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE, up INT REFERENCES t ON DELETE CASCADE,
                of TEXT REFERENCES t (code));
            INSERT INTO t VALUES (1, 'a', NULL, 'a'), (2, 'b', 1, 'b');
            ~~
            CREATE TABLE t (id INTEGER NOT NULL, code TEXT NOT NULL PRIMARY KEY,
                up INT REFERENCES t (id) ON DELETE CASCADE, of TEXT, UNIQUE (id));
            INSERT INTO t VALUES (1, 'a', NULL, 'a'), (2, 'b', 1, 'b');
            == a key comes that a unique index makes possible
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p TEXT);
            INSERT INTO p VALUES (1, 'x');
            INSERT INTO c VALUES (1, 'x');
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT);
            CREATE UNIQUE INDEX p_code ON p (code);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p TEXT REFERENCES p (code));
            INSERT INTO p VALUES (1, 'x');
            INSERT INTO c VALUES (1, 'x');
            == a unique constraint instead of the index
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT);
            CREATE UNIQUE INDEX p_code ON p (code);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p TEXT REFERENCES p (code) ON DELETE CASCADE);
            INSERT INTO p VALUES (1, 'x');
            INSERT INTO c VALUES (1, 'x');
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p TEXT REFERENCES p (code) ON DELETE CASCADE);
            INSERT INTO p VALUES (1, 'x');
            INSERT INTO c VALUES (1, 'x');
            == a key makes way and comes back with another name
            CREATE TABLE p (id INTEGER NOT NULL UNIQUE, code TEXT NOT NULL PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id) ON DELETE CASCADE);
            INSERT INTO p VALUES (1, '1');
            INSERT INTO c VALUES (1, 1);
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT CONSTRAINT k REFERENCES p ON DELETE CASCADE);
            INSERT INTO p VALUES (1);
            INSERT INTO c VALUES (1, 1);
            == what a foreign key does
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p, q INT,
                CONSTRAINT k FOREIGN KEY (q) REFERENCES p);
            INSERT INTO p VALUES (1);
            INSERT INTO c VALUES (1, 1, 1);
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                q INT, CONSTRAINT k FOREIGN KEY (q) REFERENCES p ON UPDATE SET NULL);
            INSERT INTO p VALUES (1);
            INSERT INTO c VALUES (1, 1, 1);
            == types of both ends
            CREATE TABLE p (id INT PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p ON DELETE CASCADE);
            INSERT INTO p VALUES (1);
            INSERT INTO c VALUES (1, 1);
            ~~
            CREATE TABLE p (id TEXT PRIMARY KEY);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p TEXT REFERENCES p ON DELETE CASCADE);
            INSERT INTO p VALUES ('1');
            INSERT INTO c VALUES (1, '1');
            == a table that goes refers to a key that goes
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
            CREATE TABLE old (id INTEGER PRIMARY KEY, p TEXT REFERENCES p (code));
            CREATE TABLE older (id INTEGER PRIMARY KEY, o INT REFERENCES old ON DELETE RESTRICT);
            INSERT INTO p VALUES (1, 'x');
            INSERT INTO old VALUES (1, 'x');
            INSERT INTO older VALUES (1, 1);
            ~~
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            INSERT INTO p VALUES (1);
            == each refers to what is new in the other
            CREATE TABLE a (id INTEGER PRIMARY KEY, b INT);
            CREATE TABLE b (id INTEGER PRIMARY KEY, a INT);
            INSERT INTO a VALUES (1, 1);
            INSERT INTO b VALUES (1, 1);
            ~~
            CREATE TABLE a (id INTEGER PRIMARY KEY, b INT REFERENCES b (k), k INT UNIQUE DEFAULT 1);
            CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a (k), k INT UNIQUE DEFAULT 1);
            INSERT INTO a VALUES (1, NULL, 1);
            INSERT INTO b VALUES (1, 1, 1);
            == a new table refers to a key that changes
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT);
            INSERT INTO p VALUES (1, 'x');
            ~~
            CREATE TABLE c (p TEXT REFERENCES p ON DELETE CASCADE);
            CREATE TABLE p (id INTEGER, code TEXT, n INT REFERENCES c2, PRIMARY KEY (code));
            CREATE TABLE c2 (id INTEGER PRIMARY KEY, p TEXT REFERENCES p);
            INSERT INTO p VALUES (1, 'x', NULL);
            INSERT INTO c VALUES ('x');
            INSERT INTO c2 VALUES (1, 'x');
            == a new table refers to a key that has to be filled, and is referred to
            CREATE TABLE p (name TEXT);
            INSERT INTO p VALUES ('x');
            ~~
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p);
            CREATE TABLE p (name TEXT, code INT PRIMARY KEY, c INT REFERENCES c) WITHOUT ROWID;
            INSERT INTO p VALUES ('x', 1, NULL);
            """;

    private KeyPairs() {
    }
}
