package tests.mariadb.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Things are tried in databases beside the real one, of which nothing is left. */
class ScratchTest {
    private static Project project(Path folder, TestDatabase database) {
        return new Project(folder).on(database).file("migrate.properties", "")
                .file("/models/all.sql", "CREATE TABLE ward (id INT PRIMARY KEY);\n");
    }

    @Test
    void nothingIsLeftAndWhatAKilledRunLeftIsDropped(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE DATABASE migrate_scratch_1500000000_killed");

            assertEquals(0, project(folder, database).revision("--autogenerate", "-m", "first").exitCode());

            assertEquals(List.of(), database.query("SHOW DATABASES LIKE 'migrate\\_scratch\\_1500000000%'"));
            assertEquals(List.of(), database.query("SELECT table_schema FROM information_schema.tables "
                    + "WHERE table_schema LIKE 'migrate\\_scratch\\_%' AND table_name = 'ward'"));
        }
    }

    @Test
    void whoMayNotMakeDatabasesIsToldWhichRightIsEnough(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            var user = "u_" + database.name();
            database.execute("CREATE USER " + user + "@'127.0.0.1' IDENTIFIED BY 'pw'",
                    "GRANT ALL ON " + database.name() + ".* TO " + user + "@'127.0.0.1'");
            try {
                var project = project(folder, database).environment("DB_RESTRACK", "mariadb://" + user
                        + ":pw@127.0.0.1:" + database.server().port() + "/" + database.name() + "?sslMode=disable");

                var refused = project.migrate("check");
                assertEquals(1, refused.exitCode());
                assertTrue(refused.err().contains("GRANT ALL ON `migrate\\_scratch\\_%`.* TO '" + user
                        + "'@'127.0.0.1';"), refused.err());

                database.execute("GRANT ALL ON `migrate\\_scratch\\_%`.* TO " + user + "@'127.0.0.1'");
                assertEquals(3, project.migrate("check").exitCode());

                refused = project.script("a", "", "CREATE TABLE a (b INT);", "DROP TABLE a;").migrate("rehearse");
                assertTrue(refused.err().contains("GRANT ALL ON `migrate\\_clone\\_%`.* TO '" + user
                        + "'@'127.0.0.1';"), refused.err());
            } finally {
                database.execute("DROP USER " + user + "@'127.0.0.1'");
            }
        }
    }

    @Test
    void aModelThatNamesAnotherDatabaseIsRefused(@TempDir Path folder) {
        try (var database = Server.MARIADB.database(); var other = Server.MARIADB.database()) {
            for (var statement : List.of("CREATE TABLE %s.ward (id INT)", "CREATE TABLE a AS SELECT 1 AS b FROM %s.t",
                    "CREATE TABLE a (id INT REFERENCES %s.t (id))", "ALTER TABLE `%s`.ward ADD COLUMN a INT")) {
                var project = project(folder, database).file("/models/all.sql", statement.formatted(other.name()) + ";\n");

                var refused = project.migrate("check");

                assertTrue(refused.err().contains("names the database " + other.name()), refused.err());
                assertEquals(List.of(), other.query("SHOW TABLES"));
            }
        }
    }

    @Test
    void whatIsTriedHasTheCollationOfTheRealOne(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            database.execute("ALTER DATABASE " + database.name() + " COLLATE utf8mb4_bin",
                    "CREATE TABLE note (a VARCHAR(10), b ENUM('x')) ");
            var project = project(folder, database)
                    .file("/models/all.sql", "CREATE TABLE note (a VARCHAR(10), b ENUM('x'));\n");

            assertEquals(0, project.migrate("check").exitCode());
        }
    }
}
