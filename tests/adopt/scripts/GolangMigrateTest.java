package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GolangMigrateTest {
    @TempDir
    Path folder;
    private Foreign migrate;

    @BeforeEach
    void begin() {
        migrate = new Foreign(folder);
    }

    @Test
    void pairsOfFilesBecomeOneScript() {
        for (int i = 1; i <= 11; i++) {
            migrate.file(i + "_table_" + i + ".up.sql", "CREATE TABLE t" + i + " (a);")
                    .file(i + "_table_" + i + ".down.sql", "DROP TABLE t" + i + ";");
        }
        var chain = Foreign.chain(migrate.imported());
        assertEquals("1 <- ", chain.get(0));
        assertEquals("10 <- 9", chain.get(9));
        assertEquals("0011_table_11.sql", migrate.written().get(10));
        assertEquals("""
                -- revision: 2
                -- revises: 1
                -- table 2
                -- From golang-migrate: 2_table_2.up.sql and 2_table_2.down.sql

                -- migrate:up
                CREATE TABLE t2 (a);

                -- migrate:down
                DROP TABLE t2;
                """, migrate.script("0002_table_2.sql"));
        assertEquals(11, migrate.upAndDownAndUp().size());
    }

    @Test
    void unixTimesAreTimes() {
        migrate.file("1500360784_init.up.sql", "CREATE TABLE a (a);").imported();
        assertEquals(List.of("20170718_0653_1500360784_init.sql"), migrate.written());
    }

    @Test
    void halvesOfPairsAreCarriedOverAsFarAsTheyGo() {
        var imported = migrate.file("1_a.up.sql", "CREATE TABLE a (a);").file("2_b.down.sql", "DROP TABLE a;")
                .file("3_c.up.json", "{}").file("readme.sql", "SELECT 1;").imported();
        assertEquals(List.of("1 <- ", "2 <- 1"), Foreign.chain(imported));
        assertEquals(List.of("2_b.down.sql", "3_c.up.json", "readme.sql"), Foreign.notes(imported).stream()
                .map(it -> it.substring(0, it.indexOf(':'))).sorted().toList());
        assertEquals(0, migrate.project().migrate("upgrade").exitCode());
    }

    @Test
    void twoFilesOfOneVersionAndDirectionAreRefused() {
        migrate.file("1_a.up.sql", "SELECT 1;").file("001_b.up.sql", "SELECT 1;");
        var result = migrate.tryImport();
        assertEquals("duplicate_id", result.errorKind());
        assertTrue(result.out().contains("1_a.up.sql"), result.out());
    }

    @Test
    void whatBothWaysHaveToSayIsSaidOnce() {
        migrate.file("1_x.up.sql", "BEGIN; CREATE TABLE t (a); COMMIT;").file("1_x.down.sql",
                "BEGIN; DROP TABLE t; COMMIT;");

        assertEquals(1, migrate.imported().getAsJsonArray("notes").size());
    }
}
