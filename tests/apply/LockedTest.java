package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;

/** Somebody else is using the database. */
class LockedTest {
    @TempDir
    Path folder;

    private Project project(String journalMode) {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade", "b");
        project.execute("PRAGMA journal_mode = " + journalMode);
        return project;
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void afterTheLockTimeoutItIsBusyAndNothingHasChanged(String journalMode) {
        var project = project(journalMode);
        var before = Dump.of(project.database());
        try (var other = OtherProcess.writing(project.database())) {
            for (var command : new String[][] {{"upgrade"}, {"downgrade", "a"}, {"stamp", "c"}}) {
                var arguments = new String[] {command[0], command.length > 1 ? command[1] : "head", "--json",
                    "--lock-timeout", "200ms"};

                var result = project.migrate(arguments);

                assertEquals(5, result.exitCode(), result.out());
                assertEquals("busy", result.errorKind());
                assertTrue(result.out().contains("--lock-timeout"), result.out());
            }
            assertTrue(other.pid() > 0);
        }
        assertEquals(before, Dump.of(project.database()));
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux tells who holds a lock.")
    void theProcessInTheWayIsNamed(String journalMode) {
        var project = project(journalMode);
        try (var other = OtherProcess.writing(project.database());
             var bystander = OtherProcess.reading(project.database())) {
            var result = project.migrate("upgrade", "--lock-timeout", "1500ms");

            assertEquals(5, result.exitCode());
            var name = "process " + other.pid() + " (java)";
            assertTrue(result.err().contains("Waiting for the database, which is in use by " + name), result.err());
            assertTrue(result.err().lines().anyMatch(it -> it.startsWith("Error: ") && it.contains(name)),
                    result.err());
            assertTrue(bystander.pid() != other.pid());
        }
    }

    @Test
    void aLockThatIsFreedInTimeIsWaitedFor() {
        var project = project("delete");
        MigrateProcess process;
        try (var other = OtherProcess.writing(project.database())) {
            process = MigrateProcess.start(project, "upgrade").awaitWords("Waiting for the database");
            assertTrue(other.pid() > 0);
        }
        try (process) {
            var result = process.end();

            assertEquals(0, result.exitCode(), result.err());
        }
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @Test
    void aReaderKeepsACommitBackAndIsNamedAndNothingIsHalfDone() {
        var project = project("delete");
        try (var reader = OtherProcess.reading(project.database())) {
            var result = project.migrate("upgrade", "--lock-timeout", "300ms");

            assertEquals(5, result.exitCode(), result.err());
            if (OS.LINUX.isCurrentOs()) {
                assertTrue(result.err().contains("process " + reader.pid()), result.err());
            }
        }
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
        assertEquals(List.of("a", "b"), Fixtures.tables(project));
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void aReaderKeepsNobodyBackInWalMode() {
        var project = project("wal");
        try (var reader = OtherProcess.reading(project.database())) {
            assertEquals(0, project.migrate("upgrade", "--lock-timeout", "300ms").exitCode());
            assertTrue(reader.pid() > 0);
        }
    }

    @Test
    void readingDoesNotWaitForAWriter() {
        var project = project("delete");
        try (var other = OtherProcess.writing(project.database())) {
            for (var command : List.of("current", "status", "check", "history")) {
                assertEquals(command.equals("check") ? 3 : 0,
                        project.migrate(command, "--lock-timeout", "0").exitCode(), command);
            }
            var nothing = project.migrate("upgrade", "b", "--lock-timeout", "0");
            assertEquals(0, nothing.exitCode(), "nothing to do takes no lock");
            assertTrue(other.pid() > 0);
        }
    }
}
