package tests.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The oldest copies go, and nothing else. */
class PrunedBackupsTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void create() {
        project = Copies.project(folder).file("migrate.properties", "backup.keep = 3\n");
    }

    @Test
    void theNewestAreKept() {
        for (var old : List.of("20200101-000000", "20210101-000000", "20210101-000000-2", "20210101-000000-10")) {
            project.file("/data/backups/restrack-" + old + ".db", "old");
        }

        var result = project.migrate("backup");

        assertEquals(0, result.exitCode(), result.err());
        var names = Copies.files(folder.resolve("data/backups")).stream().map(it -> it.getFileName().toString())
                .toList();
        assertEquals(3, names.size(), names.toString());
        assertEquals(List.of("restrack-20210101-000000-10.db", "restrack-20210101-000000-2.db"), names.subList(0, 2));
        assertTrue(result.out().contains("removed  data/backups/restrack-20200101-000000.db"), result.out());
        assertTrue(result.out().contains("removed  data/backups/restrack-20210101-000000.db"), result.out());
    }

    @Test
    void whatTheToolDidNotNameIsLeftAlone() throws IOException {
        var others = List.of("restrack.db", "restrack-important.db", "restrack-20200101.db", "other-20200101-000000.db",
                "restrack-20200101-000000.db.gz", "my-restrack-20200101-000000.db", "restrack-20200101-000000.sqlite",
                "restrack-before-restore-20200101-000000.db", "notes.txt");
        others.forEach(it -> project.file("/data/backups/" + it, "not ours"));
        Files.createDirectories(folder.resolve("data/backups/restrack-20190101-000000.db"));

        for (int i = 0; i < 5; i++) {
            assertEquals(0, project.migrate("backup").exitCode());
        }

        for (var other : others) {
            assertEquals("not ours", Files.readString(folder.resolve("data/backups").resolve(other)));
        }
        assertTrue(Files.isDirectory(folder.resolve("data/backups/restrack-20190101-000000.db")));
        assertEquals(others.size() + 3, Copies.backups(project).size());
    }

    @Test
    void nothingGoesWhenTheNewCopyIsNotSound() throws IOException {
        for (int i = 0; i < 5; i++) {
            project.file("/data/backups/restrack-2020010" + i + "-000000.db", "old");
        }
        Copies.damage(project.database(), 4096, 4500);

        assertEquals("bad_copy", project.migrate("backup", "--json").errorKind());

        assertEquals(5, Copies.backups(project).size());
    }

    @Test
    void aFolderThatIsNamedOnTheCommandLineIsNotPruned() {
        for (int i = 0; i < 5; i++) {
            project.file("/mine/restrack-2020010" + i + "-000000.db", "old");
        }

        assertEquals(0, project.migrate("backup", "mine").exitCode());

        assertEquals(6, Copies.files(folder.resolve("mine")).size());
    }

    @Test
    void theSettingsSayWhereAndHowMany() {
        project.file("migrate.properties", "backup.folder = safe\nbackup.keep = 0\n");

        for (int i = 0; i < 12; i++) {
            assertEquals(0, project.migrate("backup").exitCode());
        }

        assertEquals(12, Copies.files(folder.resolve("safe")).size());
        project.file("migrate.properties", "backup.keep = many\n");
        assertEquals("bad_setting", project.migrate("backup", "--json").errorKind());
    }
}
