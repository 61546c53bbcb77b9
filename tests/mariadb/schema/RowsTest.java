package tests.mariadb.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tests.Project;
import tests.servers.Migrated;
import tests.servers.Server;

/** A draft says what the rows have against it, and new names keep them. */
class RowsTest {
    @Test
    void whatRowsHaveAgainstADraftIsSaid(@TempDir Path folder) throws Exception {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE TABLE parent (id INT PRIMARY KEY)", """
                    CREATE TABLE patient (id INT PRIMARY KEY, name VARCHAR(50) COLLATE utf8mb4_bin UNIQUE, ward INT,
                        weight DECIMAL(6,3), born VARCHAR(20), level INT, sex ENUM('f', 'm', 'x'), note TEXT, code CHAR(5),
                        script VARCHAR(20))""",
                    """
                    INSERT INTO patient VALUES
                        (1, 'Ada', 7, 61.255, '1990-02-03', 300, 'x', 'n', 'a', 'Ω'),
                        (2, 'ADA', NULL, 70, 'unknown', 3, 'f', NULL, 'a', 'o')""");
            var project = new Project(folder).on(database).file("/models/all.sql", """
                    CREATE TABLE parent (id INT PRIMARY KEY);
                    CREATE TABLE patient (id INT PRIMARY KEY, name VARCHAR(50) UNIQUE, ward INT NOT NULL,
                        weight DECIMAL(5,2), born DATE, level TINYINT, sex ENUM('m', 'f'), code CHAR(5) UNIQUE,
                        script VARCHAR(20) CHARACTER SET latin1,
                        FOREIGN KEY (ward) REFERENCES parent (id), CHECK (id > 1));
                    """);

            var drafted = project.revision("--autogenerate", "-m", "stricter");
            assertEquals(0, drafted.exitCode(), drafted.err());

            var draft = text(folder);
            for (var said : List.of("2 rows of patient have the same", "1 row of patient has no value for ward",
                    "1 row of patient has a weight that does not fit into decimal(5,2)",
                    "1 row of patient has a born that does not fit into date",
                    "1 row of patient has a level that does not fit into tinyint(4)",
                    "1 row of patient has a sex that does not fit into enum('m','f')",
                    "would lose what it has for note", "1 row of patient refers to no row of parent",
                    "1 row of patient does not pass CHECK (`id` > 1)",
                    "1 row of patient has a script with characters that latin1 has not")) {
                assertTrue(draft.contains(said), said + " is missing in:\n" + draft);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a INT NOT NULL | a cannot be NOT NULL, because it is NULL in some rows | ",
            "b TINYINT | as tinyint(4) | change-data",
            "b INT CHECK (b < 300) | The CHECK (`b` < 300) of t does not hold | "})
    void whatADraftWouldStumbleOverIsRefusedBeforeAnythingIsDone(String column, String said, String hazard,
            @TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            var columns = "id INT PRIMARY KEY, a INT, b INT";
            database.execute("CREATE TABLE other (id INT PRIMARY KEY)", "CREATE TABLE t (" + columns + ")",
                    "INSERT INTO t VALUES (1, NULL, 300), (2, 2, 2)");
            var migrated = new Migrated(folder, database).wanted("CREATE TABLE other (id INT PRIMARY KEY, more INT);"
                    + "CREATE TABLE t (" + columns.replaceFirst(column.charAt(0) + " INT$|" + column.charAt(0)
                    + " INT(?=,)", column) + ");");
            migrated.draft();
            var before = Shown.of(database);

            var refused = migrated.project().migrate("upgrade");

            assertEquals(4, refused.exitCode(), refused::toString);
            assertTrue(refused.err().contains(said), refused::toString);
            assertEquals(before, Shown.of(database));
            if (hazard == null) {
                database.execute("UPDATE t SET a = 1 WHERE a IS NULL", "UPDATE t SET b = 1 WHERE id = 1");
                assertEquals(0, migrated.project().migrate("upgrade").exitCode());
            } else {
                assertEquals(0, migrated.project().migrate("upgrade", "--allow", hazard).exitCode());
                assertEquals(List.of("1|127", "2|2"), database.query("SELECT id, b FROM t"));
            }
        }
    }

    @Test
    void rowsThatStopADraftInItsMiddleLeaveItToBeGoneOnWith(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE TABLE t (id INT PRIMARY KEY, old INT)", "INSERT INTO t VALUES (1, 7)");
            var project = new Project(folder).on(database).script("one", "", """
                    ALTER TABLE t RENAME COLUMN old TO new;
                    ALTER TABLE t ADD COLUMN more INT;
                    ALTER TABLE t MODIFY COLUMN more INT NOT NULL;
                    """, "");

            var stopped = project.migrate("upgrade");
            assertEquals(4, stopped.exitCode(), stopped::toString);
            assertTrue(stopped.err().contains("2 of its 3 statements stand"), stopped::toString);

            database.execute("UPDATE t SET more = 1");
            assertEquals(0, project.migrate("upgrade").exitCode());
            assertEquals(List.of("1|7|1"), database.query("SELECT id, new, more FROM t"));
        }
    }

    private static String text(Path folder) throws Exception {
        try (var files = Files.list(folder.resolve("migrations"))) {
            return Files.readString(files.filter(it -> it.toString().endsWith(".sql")).findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void newNamesKeepTheRowsAndWhatRefersToThem(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE TABLE ward (id INT PRIMARY KEY, title VARCHAR(20) CHECK (title <> ''))", """
                    CREATE TABLE bed (id INT PRIMARY KEY, ward INT, FOREIGN KEY (ward) REFERENCES ward (id))""",
                    "INSERT INTO ward VALUES (1, 'West')", "INSERT INTO bed VALUES (1, 1)");
            var project = new Project(folder).on(database).file("/models/all.sql", """
                    CREATE TABLE station (id INT PRIMARY KEY, name VARCHAR(20) CHECK (name <> ''));
                    CREATE TABLE bed (id INT PRIMARY KEY, ward INT, FOREIGN KEY (ward) REFERENCES station (id));
                    """);

            var drafted = project.revision("--autogenerate", "-m", "renamed", "--rename", "ward:station", "--rename",
                    "station.title:name");
            assertEquals(0, drafted.exitCode(), drafted.err());
            assertEquals(0, project.migrate("upgrade").exitCode());
            assertEquals(0, project.migrate("check").exitCode());
            assertEquals(List.of("1|West|1"),
                    database.query("SELECT s.id, s.name, b.id FROM station AS s JOIN bed AS b ON b.ward = s.id"));

            assertEquals(0, project.migrate("downgrade", "base").exitCode());
            assertEquals(List.of("1|West"), database.query("SELECT id, title FROM ward"));
        }
    }
}
