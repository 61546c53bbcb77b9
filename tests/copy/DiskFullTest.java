package tests.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.SmallDisk;

/** The disk for the copy is smaller than the database. Where no such disk can be made, nothing is tested. */
class DiskFullTest {
    @TempDir
    Path folder;
    private SmallDisk small;
    private Path disk;
    private Project project;

    @BeforeEach
    void mountASmallDisk() throws IOException {
        disk = folder.resolve("disk");
        small = new SmallDisk(disk);
        assumeTrue(small.mount("1m"), "no disk can be mounted");
        project = Copies.project(folder.resolve("project"));
        project.execute("CREATE TABLE filler (b BLOB); INSERT INTO filler VALUES (randomblob(3000000))");
    }

    @AfterEach
    void unmount() {
        small.close();
    }

    @Test
    void nothingIsLeftOfABackup() {
        var result = project.migrate("backup", disk.resolve("x.db").toString(), "--json");

        assertEquals("disk_full", result.errorKind());
        assertEquals(List.of(), Copies.files(disk));
    }

    @Test
    void noScriptRunsWithoutItsBackup() {
        var result = project.environment("MIGRATE_BACKUP_FOLDER", disk.toString())
                .migrate("upgrade", "--backup", "--json");

        assertEquals("disk_full", result.errorKind());
        assertEquals(List.of(), Copies.files(disk));
        assertEquals(List.of("a"), project.query("SELECT revision FROM migrate_revision"));
    }

    @Test
    void aRestoreLeavesTheDatabaseAsItIs() {
        assertEquals(0, project.migrate("backup", "large.db").exitCode());
        var small = new Project(folder.resolve("small")).script("a", "", "CREATE TABLE small (n);", "");
        var url = "sqlite:///" + disk.resolve("small.db");
        assertEquals(0, small.migrate("upgrade", "--url", url).exitCode());

        var result = small.migrate("restore", project.folder().resolve("large.db").toString(), "--url", url, "--json");

        assertEquals("disk_full", result.errorKind());
        assertTrue(result.out().contains("Nothing was changed."), result.out());
        assertEquals(List.of("small"), Copies.query(disk.resolve("small.db"),
                "SELECT name FROM sqlite_schema WHERE name IN ('small', 'filler')"));
    }
}
