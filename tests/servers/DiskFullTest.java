package tests.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.SmallDisk;

/** A table is on a disk of the server that has little room. Where no such disk can be made, nothing is tested. */
class DiskFullTest {
    private static final String WARD = "INSERT INTO ward VALUES (%d);";

    @TempDir
    Path folder;

    private void fill(TestDatabase database, SmallDisk disk, String rows) {
        var project = new Project(folder.resolve("project")).on(database);
        project.script("a", "", "CREATE TABLE ward (id INT);\n" + WARD.formatted(1), "");
        project.script("b", "a", WARD.formatted(2) + "\nINSERT INTO filler " + rows + ";", "");
        project.script("c", "b", WARD.formatted(3), "");

        assertEquals("disk_full", project.migrate("upgrade", "--json").errorKind());

        assertEquals(List.of("1"), database.query("SELECT id FROM ward"));
        assertEquals(List.of("0"), database.query("SELECT count(*) FROM filler"));
        assertEquals(List.of("a"), database.query("SELECT revision FROM migrate_revision"));
        disk.grow("64m");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1", "2", "3"), database.query("SELECT id FROM ward ORDER BY id"));
    }

    @Test
    void nothingStandsOnPostgres() throws Exception {
        var path = folder.resolve("disk");
        try (var database = Server.POSTGRES.database(); var disk = new SmallDisk(path)) {
            assumeTrue(disk.mount("4m"), "no disk can be mounted");
            Programs.folder(path, "postgres");
            try {
                database.execute("CREATE TABLESPACE small LOCATION '" + path + "'",
                        "CREATE TABLE filler (b TEXT) TABLESPACE small");
                fill(database, disk, "SELECT md5(i::text) FROM generate_series(1, 200000) i");
            } finally {
                database.execute("DROP TABLE IF EXISTS filler", "DROP TABLESPACE IF EXISTS small");
            }
        }
    }

    @Test
    void nothingStandsOnMariaDb() throws Exception {
        var path = folder.resolve("disk");
        try (var database = Server.MARIADB.database(); var disk = new SmallDisk(path)) {
            assumeTrue(disk.mount("4m"), "no disk can be mounted");
            Programs.folder(path, "mysql");
            try {
                database.execute("CREATE TABLE filler (b VARCHAR(64)) DATA DIRECTORY = '" + path + "'");
                fill(database, disk, "SELECT md5(seq) FROM seq_1_to_200000");
            } finally {
                database.execute("DROP TABLE IF EXISTS filler");
            }
        }
    }
}
