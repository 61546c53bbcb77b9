package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;

/** Two that begin at the same moment. */
class TwoRunnersTest {
    private static final int SCRIPTS = 20;

    @TempDir
    Path folder;

    @Test
    void nothingRunsTwice() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            project.script("a00", "", "CREATE TABLE log (n integer);", "");
            for (int i = 1; i < SCRIPTS; i++) {
                project.script("a%02d".formatted(i), "a%02d".formatted(i - 1),
                        "INSERT INTO log VALUES (" + i + ");", "");
            }
            try (var one = MigrateProcess.start(project, "upgrade");
                 var two = MigrateProcess.start(project, "upgrade")) {
                one.end();
                two.end();
            }
            var rest = project.migrate("upgrade");

            assertEquals(0, rest.exitCode(), rest.err());
            assertEquals(List.of((SCRIPTS - 1) + "|" + (SCRIPTS - 1)),
                    database.query("SELECT count(*), count(DISTINCT n) FROM log"));
            assertEquals(List.of(Integer.toString(SCRIPTS)), database.query("SELECT count(*) FROM migrate_revision"));
        }
    }
}
