package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/**
 * Random scripts up to a random one of them, and then the records are lost: the database is recognised as what it was,
 * or that is among what it may be, and an upgrade ends where it would have ended.
 */
class RandomFoldersTest {
    private static final int SCRIPTS = 12;

    @TempDir
    Path folder;
    private Random random;
    private final List<List<String>> tables = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatABuiltDatabaseIsIsFoundAgain(long seed) {
        random = new Random(seed);
        var lost = new Project(folder.resolve("lost"));
        var kept = new Project(folder.resolve("kept"));
        for (int i = 0; i < SCRIPTS; i++) {
            var text = statement(i);
            lost.file("%03d.sql".formatted(i), text + ";\n");
            kept.file("%03d.sql".formatted(i), text + ";\n");
        }
        var at = "%03d".formatted(random.nextInt(SCRIPTS));
        var words = "seed " + seed + ", at " + at;
        assertEquals(0, lost.migrate("upgrade", at).exitCode(), words);
        assertEquals(0, kept.migrate("upgrade").exitCode(), words);
        for (var table : List.of("revision", "event", "repeatable", "journal", "layout")) {
            lost.execute("DROP TABLE migrate_" + table);
        }

        var adopt = lost.migrate("adopt");

        if (adopt.exitCode() == 0) {
            assertTrue(adopt.out().contains("The database is at " + at), words + "\n" + adopt.out());
        } else {
            assertEquals(4, adopt.exitCode(), words + "\n" + adopt.out() + adopt.err());
            assertTrue(adopt.err().contains("\n    " + at), words + "\n" + adopt.err());
            assertEquals(0, lost.migrate("adopt", "--as", at).exitCode(), words);
        }
        assertEquals(0, lost.migrate("upgrade").exitCode(), words);
        assertEquals(Everything.of(kept), Everything.of(lost), words);
    }

    private String statement(int i) {
        int kind = tables.isEmpty() ? 0 : random.nextInt(7);
        int which = tables.isEmpty() ? 0 : random.nextInt(tables.size());
        var columns = tables.isEmpty() ? List.<String>of() : tables.get(which);
        var column = columns.isEmpty() ? "" : columns.get(columns.size() - 1);
        switch (kind) {
            case 1:
                columns.add("c" + i);
                return "ALTER TABLE t%d ADD COLUMN c%d VARCHAR(%d) NOT NULL DEFAULT 'x'".formatted(which, i, 10 + i);
            case 2:
                return "CREATE INDEX i%d ON t%d (%s)".formatted(i, which, column);
            case 3:
                return "INSERT INTO t%d (%s) VALUES (%d)".formatted(which, column, i);
            case 4:
                columns.set(columns.size() - 1, "r" + i);
                return "ALTER TABLE t%d RENAME COLUMN %s TO r%d".formatted(which, column, i);
            case 5:
                return "CREATE VIEW v%d AS SELECT %s FROM t%d".formatted(i, column, which);
            case 6:
                return "ALTER TABLE t%d ALTER COLUMN %s SET DEFAULT '%d'".formatted(which, column, i);
            default:
                tables.add(new ArrayList<>(List.of("a")));
                return "CREATE TABLE t%d (a INTEGER NOT NULL DEFAULT 0)".formatted(tables.size() - 1);
        }
    }
}
