package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.Settings;
import restrack.schema.Subject;
import restrack.wanted.ModelSettings;

/** Models that a command prints. */
@DisabledOnOs(OS.WINDOWS)
class ModelCommandTest {
    @TempDir
    private Path temporary;

    private ModelFolder command(String command) {
        return new ModelFolder(temporary).setting("models.command", command);
    }

    private ModelFolder output(String text) {
        return command("cat out.txt").file("out.txt", text);
    }

    @Test
    void whatItPrintsIsTheWantedSchema() {
        var folder = output("CREATE TABLE a (n TEXT);\n\nCREATE INDEX i ON a (n);\n");
        assertEquals(List.of("models.command:1", "models.command:3"), folder.places());
        assertEquals(ModelFolder.definitions(), folder.read().unsaid());
        assertEquals(Set.of(), folder.read().classTables());
        assertEquals(List.of("a"), folder.tables());
    }

    @Test
    void whatItPrintsItCanSay() {
        var views = output("CREATE TABLE a (n TEXT);\nCREATE VIEW v AS SELECT n FROM a;\n");
        assertEquals(ModelFolder.definitions(Subject.VIEW), views.read().unsaid());
        var others = output("""
                CREATE VIRTUAL TABLE f USING fts5(n);
                CREATE TABLE a (n TEXT);
                CREATE TRIGGER g AFTER INSERT ON a BEGIN SELECT 1; END;
                """);
        assertEquals(ModelFolder.definitions(Subject.VIRTUAL_TABLE, Subject.TRIGGER), others.read().unsaid());
    }

    @Test
    void whatADumpSaysBesideIsPassedOver() {
        var folder = output("""
                PRAGMA foreign_keys=OFF;
                BEGIN TRANSACTION;
                SET statement_timeout = 0;
                GRANT USAGE, CREATE ON SCHEMA public TO PUBLIC;
                DROP TABLE IF EXISTS a;
                CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT);
                INSERT INTO a VALUES (1, 'CREATE');
                DELETE FROM sqlite_sequence;
                INSERT INTO sqlite_sequence VALUES ('a', 1);
                COMMIT;
                """);
        assertEquals(List.of("models.command:6"), folder.places());
    }

    @Test
    void wordsThatAreNoSqlAreToldWithTheirLine() {
        assertEquals("models.command:2: `INFO Ready` makes no part of a schema.",
                output("CREATE TABLE a (n TEXT);\nINFO  Ready\n").error());
        // They begin as a statement that is passed over, and would have taken the table with them.
        assertEquals("models.command:1: `Set up the engine CREATE TABLE a (n TEXT)` makes no part of a schema.",
                output("Set up the engine\nCREATE TABLE a (n TEXT);\n").error());
        assertEquals("models.command:2: `Select a dialect: sqlite alter table a add m` makes no part of a schema.",
                output("CREATE TABLE a (n TEXT);\nSelect a dialect: sqlite\n  alter table a add m;\n").error());
        assertTrue(output("Can't find a cache\nCREATE TABLE a (n TEXT);\n").error()
                .startsWith("models.command:1: The string is not closed"));
        var drop = output("CREATE TABLE a (n TEXT);\nDROP TABLE a;\n").refusal();
        assertEquals("models.command:2: `DROP TABLE a` makes no part of a schema.", drop.getMessage());
        assertEquals("Let the command print the tables that there should be. A DROP is passed over only with "
                + "IF EXISTS.", drop.hint());
        assertTrue(output("CREATE TEMP TABLE a (n TEXT);\n").error().startsWith("models.command:1: "));
    }

    @Test
    void nothingIsNoSchema() {
        for (var text : List.of("", "\n-- nothing\n", "BEGIN; COMMIT;")) {
            assertTrue(output(text).error().contains("prints no statement that makes a schema"), text);
        }
    }

    @Test
    void aCommandThatFailsIsToldWithItsLastWords() {
        var error = command("echo 'CREATE TABLE a (n);'; seq 1 30 >&2; echo 'No module named app' >&2; exit 3").error();
        assertTrue(error.startsWith("The command of the setting models.command ended with exit code 3.\n    22\n"),
                error);
        assertTrue(error.endsWith("\n    30\n    No module named app"), error);
        assertTrue(command("no-such-program-anywhere").error().contains("exit code 127"));
    }

    @Test
    void wordsOnStandardErrorAreNoFailure() {
        assertEquals(List.of("a"), command("echo warning >&2; echo 'CREATE TABLE a (n);'").tables());
    }

    @Test
    void itRunsInTheWorkingDirectoryAndReadsNothing() throws IOException {
        Files.writeString(temporary.resolve("here.txt"), "x");
        assertEquals(List.of("here"), command("cat; test -f here.txt && echo 'CREATE TABLE here (n);'").tables());
    }

    @Test
    void longOutputOnBothStreamsDoesNotStopIt() {
        var folder = command("seq 1 50000 >&2; seq 1 20000 | sed 's/.*/-- a comment of line &/'; "
                + "echo 'CREATE TABLE a (n);'; seq 1 50000 >&2");
        assertEquals(List.of("models.command:20001"), folder.places());
    }

    @Test
    void itIsStoppedWhenItsReaderIs() throws InterruptedException {
        var pid = temporary.resolve("pid");
        var folder = command("echo $$ > pid.part; mv pid.part pid; sleep 600; echo");
        var kinds = new LinkedBlockingQueue<ErrorKind>();
        var reader = new Thread(() -> kinds.add(assertThrows(MigrateException.class, folder::read).kind()));
        reader.start();
        while (!Files.exists(pid)) {
            Thread.sleep(10);
        }
        var shell = ProcessHandle.of(Long.parseLong(read(pid))).orElseThrow();
        reader.interrupt();
        assertEquals(ErrorKind.INTERRUPTED, kinds.take());
        shell.onExit().join();
        assertFalse(shell.isAlive());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whichDatabaseIsMeantIsNotToldToIt() {
        var settings = ModelSettings.of(Settings.load(Map.of("models.command", "x", "url.variable", "HOME, DB_LAB"),
                Map.of(), temporary));
        assertTrue(settings.withheld().containsAll(Set.of("HOME", "DB_LAB", "DATABASE_URL", "MIGRATE_URL")));
        // HOME stands for a variable that this process has.
        assertEquals(List.of("home"), command("echo \"CREATE TABLE home$HOME (n);\"")
                .setting("url.variable", "HOME").tables());
    }

    @Test
    void modelsAndCommandTogetherAreOneTooMany() {
        var error = assertThrows(MigrateException.class, () -> output("").setting("models", "models").read());
        assertEquals(ErrorKind.BAD_SETTING, error.kind());
        assertEquals("The wanted schema is said twice: by models (option --models) and by models.command "
                + "(option --models.command).", error.getMessage());
    }

    @Test
    void theDefaultFolderDoesNotCountBesideACommand() {
        assertEquals(List.of("models.command:1"), output("CREATE TABLE a (n);")
                .file("models/b.sql", "CREATE TABLE b (n);").places());
    }
}
