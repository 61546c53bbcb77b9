package tests.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;

/** Runners that start together: each statement happens once, and all of them end well. */
class TwoRunnersTest {
    private static final int SCRIPTS = 8;

    @TempDir
    Path folder;

    @Test
    void bothEndWellAndEachStatementHappensOnce() {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database);
            project.script("s0", "", "CREATE TABLE counter (n INTEGER);\nINSERT INTO counter VALUES (0);", "");
            assertEquals(0, project.migrate("upgrade").exitCode());
            assumeTrue(!database.query("SHOW TABLES LIKE 'migrate\\_lease'").isEmpty(), "There is no lease.");
            for (int i = 1; i <= SCRIPTS; i++) {
                project.script("s" + i, "s" + (i - 1), """
                        CREATE TABLE t%1$d (id INTEGER);
                        UPDATE counter SET n = n + 1;
                        ALTER TABLE counter ADD COLUMN c%1$d INTEGER DEFAULT 1;
                        """.formatted(i), "");
            }
            var runners = new ArrayList<MigrateProcess>();
            for (int i = 0; i < 2; i++) {
                runners.add(MigrateProcess.start(project, "upgrade"));
            }
            for (var runner : runners) {
                var result = runner.end();
                assertEquals(0, result.exitCode(), result.out() + result.err());
            }
            assertEquals(List.of(String.valueOf(SCRIPTS)), database.query("SELECT n FROM counter"));
            assertEquals(List.of(), database.query("SELECT * FROM migrate_journal"));
            assertEquals(List.of(String.valueOf(SCRIPTS + 1)), database.query("SELECT count(*) FROM migrate_event"));
        }
    }
}
