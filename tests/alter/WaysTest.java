package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way that each action takes: the cheapest that is right. */
class WaysTest {
    private static final String SCHEMA = """
            CREATE TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b VARCHAR(10) DEFAULT 'x' CHECK (b <> ''), c TEXT NOT NULL,
                g INT AS (a + 1) STORED, p INT, CONSTRAINT u UNIQUE (b), FOREIGN KEY (p) REFERENCES parent (id));
            CREATE TABLE s (id INT PRIMARY KEY, a INT) STRICT;
            CREATE INDEX t_c ON t (c);
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "t ADD COLUMN n INT                              | native",
        "t ADD COLUMN n INT NOT NULL DEFAULT 5           | native",
        "t ADD COLUMN n INT AS (a) VIRTUAL               | native",
        "t ADD COLUMN n INT NOT NULL DEFAULT (1 + 1)     | rebuild",
        "t ADD COLUMN n TEXT DEFAULT CURRENT_TIMESTAMP   | rebuild",
        "t ADD COLUMN n INT UNIQUE                       | rebuild",
        "t ADD COLUMN n INT AS (a) STORED                | rebuild",
        "t DROP COLUMN p CASCADE                         | rebuild",
        "s DROP COLUMN a                                 | native",
        "t RENAME COLUMN a TO z                          | native",
        "t RENAME TO z                                   | native",
        "t RENAME COLUMN a TO z, RENAME TO y             | native, native",
        "t ALTER a TYPE BIGINT                           | in place",
        "t ALTER b TYPE VARCHAR(320)                     | in place",
        "t ALTER c TYPE TEXT COLLATE NOCASE              | in place",
        "t ALTER a TYPE TEXT                             | rebuild",
        "t ALTER a TYPE BIGINT USING a + 1               | rebuild",
        "t ALTER id TYPE BIGINT                          | rebuild",
        "s ALTER a TYPE INTEGER                          | rebuild",
        "t ALTER c SET DEFAULT 'z'                       | in place",
        "t ALTER b SET NOT NULL                          | in place",
        "t ALTER c DROP NOT NULL                         | in place",
        "t ALTER g DROP EXPRESSION                       | rebuild",
        "t ALTER a ADD GENERATED ALWAYS AS (id) VIRTUAL  | rebuild",
        "t ADD CHECK (a > 0)                             | in place",
        "t ADD UNIQUE (a)                                | in place",
        "t ADD FOREIGN KEY (a) REFERENCES parent         | in place",
        "t DROP CONSTRAINT u                             | in place",
        "t DROP CONSTRAINT t_b_check                     | in place",
        "t DROP CONSTRAINT t_p_fkey                      | in place",
        "t DROP CONSTRAINT t_pkey                        | rebuild",
        "t RENAME CONSTRAINT u TO w                      | in place",
        "t SET STRICT                                    | rebuild",
        "s DROP STRICT                                   | in place",
        "t SET WITHOUT ROWID                             | rebuild",
        "t SET AUTOINCREMENT                             | in place",
        "t REORDER COLUMNS (c, a)                        | rebuild",
        "t ALTER a TYPE TEXT, ADD COLUMN n INT, ALTER b SET NOT NULL, DROP CONSTRAINT u | rebuild",
        "t ADD COLUMN n INT, ALTER b SET NOT NULL        | native, in place",
    })
    void eachActionTakesTheCheapestWayThatIsRight(String action, String ways) throws SQLException {
        try (var database = Altered.of(folder, SCHEMA)) {
            assertEquals(ways, database.ways("ALTER TABLE " + action));

            database.run("ALTER TABLE " + action);

            assertEquals(List.of("ok"), database.query("PRAGMA integrity_check"));
        }
    }
}
