package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** A command that only reads does not write, nor does one that finds nothing to do. */
class ReadingTest {
    private static final String[][] COMMANDS = {
        {"current"}, {"status"}, {"history"}, {"history", "--graph"}, {"heads"}, {"branches"}, {"show", "b"}, {"check"},
        {"config"}, {"lint"}, {"upgrade", "--dry-run"}, {"upgrade", "--sql"}, {"downgrade", "--sql", "c:a"},
    };
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

    @TempDir
    Path folder;

    @Test
    void noDatabaseNoFileNoFolder() {
        var project = Fixtures.threeTables(folder);

        readsOnly(project, "upgrade", "base");

        assertFalse(Files.exists(project.database().getParent()));
    }

    @Test
    void aDatabaseOfSomebodyElseGetsNoTables() {
        var project = Fixtures.threeTables(folder).file("/data/.keep", "");
        project.execute("CREATE TABLE theirs (n INTEGER)");

        readsOnly(project, "downgrade", "base");
    }

    @Test
    void anEmptyFileStaysEmpty() throws IOException {
        var project = Fixtures.threeTables(folder).file("/data/restrack.db", "");

        readsOnly(project, "upgrade", "base");

        assertEquals(0, Files.size(project.database()));
    }

    @Test
    void aDatabaseAtItsHead() {
        var project = Fixtures.threeTables(folder).file("repeatable/v.sql", "CREATE VIEW v AS SELECT 1 AS one;");
        assertEquals(0, project.migrate("upgrade").exitCode());

        readsOnly(project, "upgrade");
    }

    @Test
    void aDatabaseInWalMode() {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade");
        project.execute("PRAGMA journal_mode = WAL");

        readsOnly(project, "upgrade", "head");
    }

    @Test
    void aDatabaseInWalModeThatSomebodyIsUsing() {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade");
        project.execute("PRAGMA journal_mode = WAL");
        try (var other = OtherProcess.writing(project.database())) {
            readsOnly(project, "upgrade");
            assertTrue(other.pid() > 0);
        }
    }

    private void readsOnly(Project project, String... nothingToDo) {
        age(project);
        var before = contents();

        for (var command : COMMANDS) {
            var result = project.migrate(command);
            assertTrue(Set.of(0, 3).contains(result.exitCode()), command[0] + ": " + result.err());
            assertEquals(before, contents(), String.join(" ", command));
        }
        var nothing = project.migrate(nothingToDo);
        assertTrue(nothing.out().contains("Nothing to do."), nothing.out() + nothing.err());
        assertEquals(before, contents(), String.join(" ", nothingToDo));
    }

    private static void age(Project project) {
        try {
            if (Files.exists(project.database())) {
                Files.setLastModifiedTime(project.database(), LONG_AGO);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files, but for the shared memory of WAL mode, in which readers leave their marks. */
    private TreeMap<String, String> contents() {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                boolean read = Files.isRegularFile(file) && !file.toString().endsWith("-shm");
                contents.put(folder.relativize(file).toString(), !read ? "" : Files.getLastModifiedTime(file) + " "
                        + HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
