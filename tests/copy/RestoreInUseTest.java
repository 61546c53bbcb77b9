package tests.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;
import tests.Result;
import tests.apply.OtherProcess;

/** A copy is put back while another program has the database open. */
class RestoreInUseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void whileSomebodyWritesItIsRefused(String journalMode) {
        var project = project(journalMode);
        try (var other = OtherProcess.writing(project.database())) {
            assertBusy(restore(project), project, other);
        }
        assertEquals(0, restore(project).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void whileSomebodyReadsItIsRefused(String journalMode) {
        var project = project(journalMode);
        try (var other = OtherProcess.reading(project.database())) {
            assertBusy(restore(project), project, other);
        }
        assertEquals(0, restore(project).exitCode());
    }

    /** With a log, readers of the old pages could not be told from readers of the new ones. */
    @Test
    void withALogEveryoneElseHasToCloseIt() {
        var project = project("WAL");
        try (var other = OtherProcess.idle(project.database())) {
            assertBusy(restore(project), project, other);
        }
        assertEquals(0, restore(project).exitCode());
    }

    @Test
    void whoOnlyHasItOpenFindsTheCopyInIt() throws SQLException {
        var project = project("DELETE");
        try (var open = project.open(); var statement = open.createStatement()) {
            try (var rows = statement.executeQuery("SELECT count(*) FROM t")) {
                assertEquals(2, rows.getInt(1));
            }
            try (var process = MigrateProcess.start(project, "restore", "x.db")) {
                var result = process.end();
                assertEquals(0, result.exitCode(), result.err());
            }
            try (var rows = statement.executeQuery("SELECT count(*) FROM t")) {
                assertEquals(1, rows.getInt(1));
            }
            statement.execute("INSERT INTO t VALUES (3)");
        }
        assertEquals(List.of("1", "3"), project.query("SELECT n FROM t"));
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
    }

    @Test
    void whoWaitsForTheEndOfAWriterGetsIt() {
        var project = project("DELETE");
        MigrateProcess process;
        try (var other = OtherProcess.writing(project.database())) {
            process = MigrateProcess.start(project, "restore", "x.db");
            process.awaitWords("Waiting for the database, which is in use by process " + other.pid());
        }
        var result = process.end();
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1"), project.query("SELECT n FROM t"));
    }

    private Project project(String journalMode) {
        var project = Copies.project(folder);
        project.execute("PRAGMA journal_mode = " + journalMode);
        assertEquals(0, project.migrate("backup", "x.db").exitCode());
        project.execute("INSERT INTO t VALUES (2)");
        return project;
    }

    private static Result restore(Project project) {
        return project.migrate("restore", "x.db", "--lock-timeout", "300ms");
    }

    private static void assertBusy(Result result, Project project, OtherProcess other) {
        assertEquals(5, result.exitCode(), result.err());
        assertTrue(result.err().contains("process " + other.pid()), result.err());
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM t"));
        assertEquals(List.of("restrack.db"), Copies.names(project.database().getParent()).stream()
                .filter(it -> !it.endsWith("-wal") && !it.endsWith("-shm")).toList());
    }
}
