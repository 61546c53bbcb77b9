package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Copies of whole databases on servers, and how they are put back. */
class CopiesTest {
    private static final String CLASS = "tests.servers.data.Servers#all";

    @TempDir
    Path folder;

    private Project project(TestDatabase database) {
        var project = new Project(folder).on(database);
        project.script("a1", "", "CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20));\n"
                + "INSERT INTO ward VALUES (1, 'West');", "DROP TABLE ward;");
        assertEquals(0, project.migrate("upgrade").exitCode());
        return project;
    }

    private List<Path> backups() {
        try (var files = Files.list(folder.resolve("backups"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatWasCopiedComesBackAndWhatWasMadeSinceGoes(Server server) throws IOException {
        try (var database = server.database()) {
            var project = project(database);
            var backup = project.migrate("backup");
            assertEquals(0, backup.exitCode(), backup.err());
            var copy = backups().get(0);
            assertTrue(copy.getFileName().toString().startsWith(database.name() + "-"), copy.toString());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
            database.execute("UPDATE ward SET name = 'gone'", "CREATE TABLE later (id INTEGER PRIMARY KEY, "
                    + "ward_id INTEGER, FOREIGN KEY (ward_id) REFERENCES ward (id))",
                    "CREATE VIEW v AS SELECT * FROM later");

            var result = project.migrate("restore", copy.toString(), "--yes");

            assertEquals(0, result.exitCode(), result.out() + result.err());
            assertTrue(result.out().contains("The database is at a1."), result.out());
            assertEquals(List.of("1|West"), project.query("SELECT * FROM ward"));
            assertEquals(List.of("0"), project.query("SELECT count(*) FROM information_schema.tables "
                    + "WHERE table_name IN ('later', 'v') AND table_schema = " + (server == Server.POSTGRES
                    ? "current_schema()" : "database()")));
            assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_event WHERE operation = 'restore'"));
            var kept = backups().stream().filter(it -> it.toString().contains("-before-restore-")).toList();
            assertEquals(1, kept.size());
            assertEquals(0, project.migrate("restore", kept.get(0).toString(), "--yes").exitCode());
            assertEquals(List.of("1|gone"), project.query("SELECT * FROM ward"));
            assertEquals(List.of(), project.query("SELECT * FROM v"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aCopyThatBreaksOffIsRefusedAndNothingIsTouched(Server server) throws IOException {
        try (var database = server.database()) {
            var project = project(database);
            assertEquals(0, project.migrate("backup", "whole").exitCode());
            var bytes = Files.readAllBytes(folder.resolve("whole"));
            Files.write(folder.resolve("part"), Arrays.copyOf(bytes, bytes.length / 2));

            var result = project.migrate("restore", "part", "--yes");

            assertEquals(1, result.exitCode(), result.out());
            assertEquals(List.of("1|West"), project.query("SELECT * FROM ward"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void nothingIsRestoredWhileOthersAreConnected(Server server) throws SQLException {
        try (var database = server.database()) {
            var project = project(database);
            assertEquals(0, project.migrate("backup", "copy").exitCode());
            try (var other = database.open(); var statement = other.createStatement()) {
                statement.execute("SELECT 1");

                var result = project.migrate("restore", "copy", "--yes", "--lock-timeout", "1s");

                assertEquals(5, result.exitCode(), result.out() + result.err());
                assertTrue(result.err().contains("1 session"), result.err());
            }
            assertEquals(0, project.migrate("restore", "copy", "--yes").exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aCopyIsMadeBeforeScriptsRun(Server server) {
        try (var database = server.database()) {
            var project = project(database);
            project.script("b2", "a1", "UPDATE ward SET name = 'other' WHERE id = 1;", "");

            var result = project.migrate("upgrade", "--backup");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(1, backups().size());
            assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_event WHERE operation = 'backup'"));
            assertEquals(0, project.migrate("restore", backups().get(0).toString(), "--yes").exitCode());
            assertEquals(List.of("1|West"), project.query("SELECT * FROM ward"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void theOldestCopiesGo(Server server) {
        try (var database = server.database()) {
            var project = project(database);
            project.file("migrate.properties", "backup.keep = 2\n");
            for (int i = 0; i < 3; i++) {
                assertEquals(0, project.migrate("backup").exitCode());
            }

            assertEquals(2, backups().size());
        }
    }

    @Test
    void nothingIsPrintedOfAPassword() {
        try (var database = Server.MARIADB.database()) {
            project(database).file("x", "");
            var url = database.url().replaceFirst("//[^@]*@", "//nobody:s3cretword@");
            var result = new Project(folder).environment("DB_RESTRACK", url).migrate("backup");

            assertEquals(1, result.exitCode());
            assertFalse((result.out() + result.err()).contains("s3cretword"), result.err());
        }
    }

    @Test
    void whatPostgresGrantsOnItsSchemaStays() {
        try (var database = Server.POSTGRES.database()) {
            var project = project(database);
            database.execute("CREATE SCHEMA lab", "CREATE TYPE lab.kind AS ENUM ('a')",
                    "CREATE TABLE lab.t (k lab.kind, b BYTEA)", "INSERT INTO lab.t VALUES ('a', '\\x00ff')",
                    "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            var before = project.query("SELECT nspname, nspowner, nspacl FROM pg_namespace ORDER BY 1");
            assertEquals(0, project.migrate("backup", "copy").exitCode());

            assertEquals(0, project.migrate("restore", "copy", "--yes").exitCode());

            assertEquals(before, project.query("SELECT nspname, nspowner, nspacl FROM pg_namespace ORDER BY 1"));
            assertEquals(List.of("a|\\x00ff"), project.query("SELECT * FROM lab.t"));
        }
    }
}
