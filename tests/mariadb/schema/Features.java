package tests.mariadb.schema;

import java.util.List;

/**
 * Two schemas that differ in what MariaDB knows.
 *
 * @param name what they differ in
 * @param from the statements of the one
 * @param to   those of the other
 */
record Features(String name, List<String> from, List<String> to) {
    static final List<Features> ALL = List.of(
            new Features("types, defaults, comments", List.of("""
                    CREATE TABLE sample (
                        id INT AUTO_INCREMENT PRIMARY KEY,
                        code VARCHAR(20) NOT NULL,
                        amount INT,
                        price DECIMAL(10,2) UNSIGNED ZEROFILL,
                        note TEXT,
                        empty_text VARCHAR(10) DEFAULT '',
                        null_text VARCHAR(10) DEFAULT NULL,
                        no_default VARCHAR(10) NOT NULL,
                        flags BIT(3) DEFAULT b'101',
                        bytes BINARY(3) DEFAULT 'abc',
                        token UUID,
                        address INET6,
                        document JSON,
                        made DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
                        changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                        seen TIMESTAMP NULL,
                        state ENUM('new', 'it''s', 'done') NOT NULL,
                        marks SET('a', 'b'),
                        hidden INT INVISIBLE,
                        zipped TEXT COMPRESSED,
                        spoken VARCHAR(10) COMMENT 'it''s\\nspoken')"""), List.of("""
                    CREATE TABLE sample (
                        id BIGINT AUTO_INCREMENT PRIMARY KEY,
                        code VARCHAR(30) NOT NULL DEFAULT (concat('a', 'b')),
                        amount BIGINT NOT NULL DEFAULT -1,
                        price DECIMAL(12,2),
                        note LONGTEXT NOT NULL,
                        empty_text VARCHAR(10),
                        null_text VARCHAR(10) DEFAULT '',
                        no_default VARCHAR(10),
                        flags BIT(3) DEFAULT b'111',
                        bytes BINARY(3),
                        token UUID DEFAULT uuid(),
                        address INET6 NOT NULL,
                        document LONGTEXT,
                        made DATETIME(6),
                        changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
                        seen TIMESTAMP(3) NULL DEFAULT NULL,
                        state ENUM('new', 'more', 'it''s', 'done', 'last') NOT NULL DEFAULT 'done',
                        marks SET('a', 'b', 'c'),
                        hidden INT,
                        zipped TEXT,
                        spoken VARCHAR(10) COMMENT '')""")),
            new Features("columns come, go and move", List.of("""
                    CREATE TABLE comes (id INT PRIMARY KEY, last INT)""", """
                    CREATE TABLE goes (id INT AUTO_INCREMENT PRIMARY KEY, a INT, b INT, c INT, KEY ab (a, b))""", """
                    CREATE TABLE counts (a INT NOT NULL, b INT)"""), List.of("""
                    CREATE TABLE comes (first INT DEFAULT 1, id INT PRIMARY KEY, filled VARCHAR(5) NOT NULL, last INT)""",
                    """
                    CREATE TABLE goes (id INT PRIMARY KEY, b INT)""", """
                    CREATE TABLE counts (a INT NOT NULL, b INT, id BIGINT AUTO_INCREMENT PRIMARY KEY)""")),
            new Features("character sets and collations", List.of("""
                    CREATE TABLE of_column (a VARCHAR(20) CHARACTER SET latin1, b VARCHAR(20), c CHAR(5))""", """
                    CREATE TABLE of_table (a VARCHAR(20), b TEXT, c ENUM('x')) CHARSET=latin1""", """
                    CREATE TABLE binary_names (a VARCHAR(20) COLLATE utf8mb4_bin UNIQUE)"""), List.of("""
                    CREATE TABLE of_column (a VARCHAR(20), b VARCHAR(20) COLLATE utf8mb4_bin, c CHAR(5) CHARACTER SET ascii)""",
                    """
                    CREATE TABLE of_table (a VARCHAR(20), b TEXT CHARACTER SET latin1, c ENUM('x')) COLLATE utf8mb4_bin""",
                    """
                    CREATE TABLE binary_names (a VARCHAR(20) UNIQUE)""")),
            new Features("generated columns", List.of("""
                    CREATE TABLE computed (a INT, v INT AS (a + 1) VIRTUAL, s INT AS (a + 2) STORED, p INT, q INT,
                        to_stored INT AS (a) VIRTUAL, to_virtual INT AS (a) STORED, plain INT AS (a) VIRTUAL)"""),
                    List.of("""
                    CREATE TABLE computed (a INT, v INT AS (a + 3) VIRTUAL, s INT AS (a + 4) STORED, p INT AS (a) STORED,
                        q INT AS (a) VIRTUAL, to_stored INT AS (a) STORED, to_virtual INT AS (a) VIRTUAL, plain INT)""")),
            new Features("columns that the server makes of no other", List.of("""
                    CREATE TABLE casts (id INT PRIMARY KEY, token UUID, host INET6 NOT NULL, num INT, place POINT,
                        again INT CHECK (again > 0), KEY both_of (num, token), UNIQUE KEY hosts (host), KEY (again),
                        CONSTRAINT sure CHECK (token IS NOT NULL OR num IS NULL))"""), List.of("""
                    CREATE TABLE casts (id INT PRIMARY KEY, token INT, host BIGINT NOT NULL, num UUID, place DATE,
                        again INT AS (id + 1) VIRTUAL, KEY both_of (num, token), UNIQUE KEY hosts (host),
                        KEY (again) IGNORED, CONSTRAINT sure CHECK (token IS NOT NULL OR num IS NULL))""")),
            new Features("foreign keys that get a name, and the indexes that the server made for them", List.of("""
                    CREATE TABLE parent (id INT PRIMARY KEY)""", """
                    CREATE TABLE child (id INT PRIMARY KEY, a INT, b INT, c INT, FOREIGN KEY (a) REFERENCES parent (id),
                        FOREIGN KEY (b) REFERENCES parent (id), CONSTRAINT first_name FOREIGN KEY (c)
                        REFERENCES parent (id))"""), List.of("""
                    CREATE TABLE parent (id INT PRIMARY KEY)""", """
                    CREATE TABLE child (id INT PRIMARY KEY, a INT, b INT, c INT,
                        CONSTRAINT named FOREIGN KEY (a) REFERENCES parent (id),
                        CONSTRAINT other FOREIGN KEY (b) REFERENCES parent (id) ON DELETE CASCADE,
                        CONSTRAINT second_name FOREIGN KEY (c) REFERENCES parent (id))""")),
            new Features("keys and indexes", List.of("""
                    CREATE TABLE keyed (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(50), b INT NOT NULL, c TEXT,
                        place POINT NOT NULL, UNIQUE KEY by_a (a), KEY by_b (b), KEY begins (a(10)), FULLTEXT KEY words (c),
                        SPATIAL KEY places (place), KEY gone (b, a))""", """
                    CREATE TABLE primaries (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a))""", """
                    CREATE TABLE renamed (a INT, CONSTRAINT old_name UNIQUE (a))"""), List.of("""
                    CREATE TABLE keyed (id INT AUTO_INCREMENT, a VARCHAR(50), b INT NOT NULL, c TEXT, place POINT NOT NULL,
                        PRIMARY KEY (id, b), UNIQUE KEY by_a (a, b) COMMENT 'both', KEY by_b (b) IGNORED,
                        KEY begins (a(12)), FULLTEXT KEY words (c, a), KEY down (b DESC, id) USING BTREE)""", """
                    CREATE TABLE primaries (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (b, a))""", """
                    CREATE TABLE renamed (a INT, CONSTRAINT new_name UNIQUE (a))""")),
            new Features("checks", List.of("""
                    CREATE TABLE checked (a INT CHECK (a > 0), b INT CHECK (b > 0), c INT, d INT,
                        CONSTRAINT small CHECK (a < 100), CONSTRAINT gone CHECK (b < c), CHECK (c <> 7))"""), List.of("""
                    CREATE TABLE checked (a INT CHECK (a > 1), b INT, c INT CHECK (c > 0), d INT,
                        CONSTRAINT small CHECK (a < 1000 AND d IN (1, 2)), CONSTRAINT seven CHECK (c <> 7))""")),
            new Features("foreign keys", List.of("""
                    CREATE TABLE parent (id INT PRIMARY KEY, code VARCHAR(10) NOT NULL UNIQUE)""", """
                    CREATE TABLE child (id INT PRIMARY KEY, parent_id INT, code VARCHAR(10), other INT,
                        CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id),
                        CONSTRAINT child_code FOREIGN KEY (code) REFERENCES parent (code) ON DELETE CASCADE)""", """
                    CREATE TABLE one (id INT PRIMARY KEY, two INT)""", """
                    CREATE TABLE two (id INT PRIMARY KEY, one INT REFERENCES one (id))""", """
                    ALTER TABLE one ADD CONSTRAINT one_two FOREIGN KEY (two) REFERENCES two (id)""", """
                    CREATE TABLE indexed (a INT, KEY mine (a), FOREIGN KEY (a) REFERENCES parent (id))"""), List.of("""
                    CREATE TABLE parent (id BIGINT PRIMARY KEY, code VARCHAR(10) NOT NULL)""", """
                    CREATE TABLE child (id INT PRIMARY KEY, parent_id BIGINT, code VARCHAR(10), other BIGINT,
                        CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON UPDATE CASCADE,
                        CONSTRAINT child_other FOREIGN KEY (other) REFERENCES parent (id) ON DELETE SET NULL)""", """
                    CREATE TABLE indexed (a BIGINT, FOREIGN KEY (a) REFERENCES parent (id))""")),
            new Features("options of tables", List.of("""
                    CREATE TABLE engine (a INT) ENGINE=MyISAM""", """
                    CREATE TABLE said (a INT) COMMENT='one' ROW_FORMAT=DYNAMIC STATS_PERSISTENT=1""", """
                    CREATE TABLE parts (a INT NOT NULL, b INT) PARTITION BY RANGE (a)
                        (PARTITION low VALUES LESS THAN (10), PARTITION high VALUES LESS THAN MAXVALUE)""", """
                    CREATE TABLE whole (a INT)""", """
                    CREATE TABLE united (a INT) PARTITION BY HASH (a) PARTITIONS 3""", """
                    CREATE TABLE history (a INT) WITH SYSTEM VERSIONING""", """
                    CREATE TABLE forgetful (a INT)"""), List.of("""
                    CREATE TABLE engine (a INT) COMMENT='it''s InnoDB'""", """
                    CREATE TABLE said (a INT) COMMENT='two'""", """
                    CREATE TABLE parts (a INT NOT NULL, b BIGINT) PARTITION BY RANGE (a)
                        (PARTITION low VALUES LESS THAN (20), PARTITION high VALUES LESS THAN MAXVALUE)""", """
                    CREATE TABLE whole (a INT) PARTITION BY LIST (a) (PARTITION p VALUES IN (1, 2))""", """
                    CREATE TABLE united (a INT)""", """
                    CREATE TABLE history (a BIGINT, b INT WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING""", """
                    CREATE TABLE forgetful (a INT, b INT NOT NULL) WITH SYSTEM VERSIONING""")),
            new Features("views, triggers, routines, events, sequences", List.of("""
                    CREATE SEQUENCE numbers START WITH 5""", """
                    CREATE SEQUENCE unused""", """
                    CREATE TABLE counted (id INT DEFAULT (nextval(numbers)), a INT)""", """
                    CREATE FUNCTION twice(x INT) RETURNS INT DETERMINISTIC RETURN x * 2""", """
                    CREATE PROCEDURE nothing() SELECT 1""", """
                    CREATE VIEW zero AS SELECT id, twice(a) AS a FROM counted""", """
                    CREATE SQL SECURITY INVOKER VIEW again AS SELECT * FROM zero""", """
                    CREATE TRIGGER one BEFORE INSERT ON counted FOR EACH ROW SET NEW.a = 1""", """
                    CREATE TRIGGER two BEFORE INSERT ON counted FOR EACH ROW SET NEW.a = NEW.a + 2""", """
                    CREATE TRIGGER gone AFTER DELETE ON counted FOR EACH ROW SET @gone = 1""", """
                    CREATE EVENT daily ON SCHEDULE EVERY 1 DAY DO DELETE FROM counted WHERE a = 1"""), List.of("""
                    CREATE SEQUENCE numbers START WITH 7 INCREMENT BY 2 MAXVALUE 1000""", """
                    CREATE TABLE counted (id INT, a INT, b INT)""", """
                    CREATE FUNCTION twice(x BIGINT) RETURNS BIGINT DETERMINISTIC RETURN x * 2 + 0""", """
                    CREATE FUNCTION thrice(x INT) RETURNS INT DETERMINISTIC RETURN x * 3""", """
                    CREATE VIEW aaa AS SELECT b, thrice(b) AS c FROM counted""", """
                    CREATE VIEW zero AS SELECT b FROM aaa WHERE b > 1 WITH CHECK OPTION""", """
                    CREATE TRIGGER one BEFORE INSERT ON counted FOR EACH ROW SET NEW.a = 3""", """
                    CREATE TRIGGER two BEFORE INSERT ON counted FOR EACH ROW SET NEW.a = NEW.a + 2""", """
                    CREATE TRIGGER three BEFORE INSERT ON counted FOR EACH ROW SET NEW.b = 1""", """
                    CREATE EVENT daily ON SCHEDULE EVERY 2 DAY DO DELETE FROM counted WHERE a = 1""", """
                    CREATE PROCEDURE something() SELECT 2""")),
            new Features("an index gets the name of one that goes with its foreign key", List.of("""
                    CREATE TABLE ward (id INT PRIMARY KEY)""", """
                    CREATE TABLE bed (ward INT, n INT, FOREIGN KEY (ward) REFERENCES ward (id))"""), List.of("""
                    CREATE TABLE ward (id INT PRIMARY KEY)""", """
                    CREATE TABLE bed (ward INT, n INT, KEY ward (ward, n))""")),
            new Features("an index gets the name of one that a foreign key has", List.of("""
                    CREATE TABLE ward (id INT PRIMARY KEY)""", """
                    CREATE TABLE bed (ward INT, n INT, FOREIGN KEY (ward) REFERENCES ward (id))"""), List.of("""
                    CREATE TABLE ward (id INT PRIMARY KEY)""", """
                    CREATE TABLE bed (ward INT, n INT, KEY ward (ward, n),
                        FOREIGN KEY (ward) REFERENCES ward (id))""")));

    @Override
    public String toString() {
        return name;
    }
}
