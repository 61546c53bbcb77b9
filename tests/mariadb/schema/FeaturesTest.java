package tests.mariadb.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.Result;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** All that a schema can say is read, compared and drafted, and the draft leads there and back. */
class FeaturesTest {
    static Stream<Features> features() {
        return Features.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("features")
    void draftsLeadThereAndBack(Features features, @TempDir Path folder) throws IOException {
        try (var database = Server.MARIADB.database(); var wanted = Server.MARIADB.database()) {
            database.execute(features.from().toArray(String[]::new));
            wanted.execute(features.to().toArray(String[]::new));
            var before = Shown.of(database);
            var project = project(folder, database);

            models(project, features.from());
            assertFine(project.migrate("check"));

            models(project, features.to());
            assertFine(project.revision("--autogenerate", "-m", "there"));
            finish(folder.resolve("migrations"));
            assertFine(project.migrate("upgrade"));
            assertFine(project.migrate("check"));
            assertSame(Shown.of(wanted), Shown.of(database));

            assertFine(project.migrate("downgrade", "-1", "--allow", "drop-data"));
            assertSame(before, Shown.of(database));
        }
    }

    private static Project project(Path folder, TestDatabase database) {
        return new Project(folder).on(database).file("migrate.properties", "");
    }

    private static void models(Project project, List<String> statements) {
        project.file("/models/all.sql", String.join(";\n", statements) + ";\n");
    }

    /** A person fills in what only a person can know; here there are no rows. */
    private static void finish(Path migrations) throws IOException {
        try (var files = Files.list(migrations)) {
            for (var file : files.toList()) {
                Files.writeString(file, Files.readString(file).replaceAll("(?m)^-- migrate:todo .*$", ""));
            }
        }
    }

    private static void assertSame(List<String> expected, List<String> lines) {
        assertEquals(String.join("\n", expected), String.join("\n", lines));
    }

    private static void assertFine(Result result) {
        assertEquals(0, result.exitCode(), result.out() + result.err());
    }

    @ParameterizedTest
    @MethodSource("features")
    void whatADumpSaysIsWhatIsThere(Features features, @TempDir Path folder) {
        for (var statements : List.of(features.from(), features.to())) {
            try (var database = Server.MARIADB.database()) {
                database.execute(statements.toArray(String[]::new));
                var project = project(folder, database).environment("MIGRATE_MODELS_COMMAND", dump(database));
                assertFine(project.migrate("check"));
            }
        }
    }

    private static String dump(TestDatabase database) {
        return "mariadb-dump --no-defaults --no-data --routines --events --host=127.0.0.1 --port="
                + database.server().port() + " --user=tester --password=s3cret-of-tests " + database.name();
    }

    @Test
    void namesThatNobodyGaveAreNoDifference(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE TABLE parent (id INT PRIMARY KEY)",
                    """
                    CREATE TABLE child (id INT, mail VARCHAR(20), CONSTRAINT child_mail UNIQUE (mail),
                        CONSTRAINT child_id CHECK (id > 0), CONSTRAINT fk_child FOREIGN KEY (id) REFERENCES parent (id))""");
            var project = project(folder, database).file("/models/all.sql", """
                    CREATE TABLE child (id INT CHECK (id > 0), mail VARCHAR(20) UNIQUE,
                        FOREIGN KEY (id) REFERENCES parent (id));
                    CREATE TABLE parent (id INT PRIMARY KEY);
                    """);

            assertFine(project.migrate("check"));
        }
    }

    @Test
    void tablesAreShownWithAllThatBelongsToThem(@TempDir Path folder) {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE TABLE parent (id INT PRIMARY KEY)", """
                    CREATE TABLE child (id INT, a INT CHECK (a > 0), KEY by_a (a), FOREIGN KEY (id) REFERENCES parent (id))""",
                    "CREATE VIEW shown AS SELECT a FROM child", """
                    CREATE TRIGGER told BEFORE INSERT ON child FOR EACH ROW SET NEW.a = 1""",
                    "INSERT INTO parent VALUES (1), (2)");
            var project = project(folder, database);

            var child = project.migrate("show-table", "Child").out();
            for (var said : List.of("by_a", "shown", "told", "parent", "CHECK (`a` > 0)")) {
                assertTrue(child.contains(said), said + " is missing:\n" + child);
            }
            var parent = project.migrate("show-table", "parent").out();
            assertTrue(parent.contains("child") && parent.contains("Rows: 2"), parent);
        }
    }
}
