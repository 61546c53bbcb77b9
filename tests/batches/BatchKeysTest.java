package tests.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tests.Project;

/** Keys of all kinds: each row comes once, whatever the key is and however large the batches are. */
class BatchKeysTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "id INTEGER PRIMARY KEY; id; (-9223372036854775808), (-5), (0), (7), (9223372036854775807)",
        "id TEXT NOT NULL PRIMARY KEY; id; (''), ('a'), ('A'), ('it''s'), ('1, 2'), ('ä'), ('zz'), (char(10) || 'x')",
        "id TEXT NOT NULL UNIQUE COLLATE NOCASE; id; ('b'), ('A'), ('c'), ('B2'), ('É'), ('é')",
        "id TEXT NOT NULL UNIQUE COLLATE RTRIM; id; ('b '), ('a'), ('c  '), ('  ')",
        "id REAL NOT NULL PRIMARY KEY; id; (-1.5), (0.1), (1e300), (3), (-9e999), (1.0000000000000002)",
        "id NOT NULL UNIQUE; id; (1), ('1'), (x'31'), (1.5), ('a'), (x'00ff'), (-2)",
        "id BLOB NOT NULL PRIMARY KEY; id; (x''), (x'00'), (x'ff00'), (x'27')",
        "id NUMERIC NOT NULL UNIQUE; id; (9007199254740993), (9007199254740992), ('x'), (0.5)",
        "a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b); a,b; (1, 'x'), (1, 'y'), (2, 'a'), (-1, 'z')",
        "a INTEGER NOT NULL, b TEXT NOT NULL, UNIQUE (b, a); b,a; (1, 'x'), (2, 'x'), (3, 'a'), (0, 'z')",
        "a TEXT, PRIMARY KEY (a)) WITHOUT ROWID --; a; ('p'), ('q'), ('r')",
        "a TEXT; rowid; ('p'), ('q'), (NULL), ('q'), (NULL)",
        "a TEXT; oid; ('p'), ('q')",
        "'a b' INTEGER PRIMARY KEY; rowid; (5), (3), (9)"})
    void everyRowComesOnce(String columns, String key, String rows) {
        for (int size = 1; size <= 3; size++) {
            var project = new Project(folder.resolve("size" + size));
            boolean withoutRowid = columns.contains("WITHOUT ROWID");
            project.script("a", "", withoutRowid
                    ? "CREATE TABLE t (n INTEGER NOT NULL DEFAULT 0, " + columns.replace(" --", "") + ";"
                    : "CREATE TABLE t (" + columns.replaceFirst("(, (PRIMARY|UNIQUE).*|)$",
                            ", n INTEGER NOT NULL DEFAULT 0$1") + ");", "");
            assertEquals(0, project.migrate("upgrade").exitCode(), columns);
            var names = project.query("SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('t') "
                    + "WHERE name <> 'n'").get(0);
            project.execute("INSERT INTO t (" + names + ") VALUES " + rows);
            var all = project.query("SELECT count(*) FROM t").get(0);
            BatchedScripts.up(project, """
                    CREATE TABLE log (n INTEGER);
                    -- migrate:batch size=%1$d key=%2$s
                    UPDATE t SET n = n + 1 WHERE n >= 0;
                    -- migrate:batch size=%1$d key=%2$s
                    INSERT INTO log SELECT n FROM t;
                    """.formatted(size, key));

            var result = project.migrate("upgrade");

            assertEquals(0, result.exitCode(), columns + " " + size + ": " + result.err());
            assertEquals(List.of("1|" + all), project.query("SELECT n, count(*) FROM t GROUP BY n"), columns);
            assertEquals(List.of("1|" + all), project.query("SELECT n, count(*) FROM log GROUP BY n"), columns);
        }
    }

    @Test
    void randomTextsInAnyOrderWithRowsThatVanishMeanwhile() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var project = new Project(folder).script("a", "",
                "CREATE TABLE t (k TEXT NOT NULL UNIQUE COLLATE NOCASE, n INTEGER NOT NULL DEFAULT 0);", "");
        project.migrate("upgrade");
        var values = random.ints(400, 0, 20_000).mapToObj(i -> "('" + (random.nextBoolean() ? "K" : "k") + i + "')")
                .collect(Collectors.joining(", "));
        project.execute("INSERT OR IGNORE INTO t (k) VALUES " + values);
        var all = project.query("SELECT count(*) FROM t").get(0);
        int size = 1 + random.nextInt(50);
        BatchedScripts.up(project, """
                -- migrate:batch size=%1$d key=k
                UPDATE t SET n = n + 1;
                -- migrate:batch size=%1$d key=k
                DELETE FROM t WHERE rowid %% 2 = 0;
                -- migrate:batch size=%1$d key=k
                UPDATE t SET n = n + 1;
                """.formatted(size));

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), "seed " + seed + result.err());
        assertEquals(List.of("2"), project.query("SELECT DISTINCT n FROM t"), "seed " + seed);
        assertTrue(result.out().contains("t: " + all + " rows in"), "seed " + seed + result.out());
    }

    @Test
    void aTextThatCannotBeWrittenDownIsRefusedBeforeRowsAreMissed() {
        var project = new Project(folder).script("a", "", "CREATE TABLE t (k TEXT NOT NULL UNIQUE, n INTEGER);", "");
        project.migrate("upgrade");
        project.execute("INSERT INTO t VALUES ('a', 0), (CAST(x'62ff63' AS TEXT), 0), (CAST(x'62fe63' AS TEXT), 0)");
        BatchedScripts.up(project, "-- migrate:batch size=1 key=k\nUPDATE t SET n = 1;\n");

        var result = project.migrate("upgrade", "--json");

        assertEquals("cannot_batch", result.errorKind(), result.out());
        assertEquals(List.of("0"), project.query("SELECT DISTINCT n FROM t"));
    }
}
