package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Whatever the tables are and whatever a way down drops of them: down and up again, everything is as it was. */
@Tag("torture")
class KeepDataRandomTest {
    private static final int CASES = 80;
    private static final List<String> TYPES = List.of("", "INTEGER", "TEXT", "REAL", "NUMERIC", "BLOB",
            "TEXT COLLATE NOCASE", "DATETIME");
    private static final List<String> VALUES = List.of("NULL", "1", "'1'", "1.0", "x'01'", "''", "'Ä b'", "-7", "1e300",
            "'a'", "'A'", "x''", "9223372036854775807", "'2026-01-01'", "0.5");
    private static final List<String> KEYS = List.of("id INTEGER PRIMARY KEY", "id INTEGER PRIMARY KEY AUTOINCREMENT",
            "id TEXT PRIMARY KEY", "id INT NOT NULL UNIQUE", "id", "id INTEGER NOT NULL, \"part key\" DEFAULT 'p', "
            + "PRIMARY KEY (id, \"part key\")");

    @TempDir
    Path folder;

    @Test
    void downAndUpAgainChangesNothing() {
        long seed = new Random().nextLong();
        for (int i = 0; i < CASES; i++) {
            var random = new Random(seed + i);
            var project = new Project(folder.resolve("case" + i));
            var words = "seed " + (seed + i);
            script(project, random);
            assertEquals(0, project.migrate("upgrade").exitCode(), words);
            fill(project, random);
            var before = Contents.of(project);

            for (int round = 0; round < 2; round++) {
                var down = project.migrate("downgrade", random.nextBoolean() ? "a" : "base", "--keep-data");
                assertEquals(0, down.exitCode(), words + down.err());
                var up = project.migrate("upgrade");
                assertEquals(0, up.exitCode(), words + up.err());
                assertEquals(before, Contents.of(project), words + down.out() + up.out());
            }
        }
    }

    private static void script(Project project, Random random) {
        var table = new StringBuilder("CREATE TABLE \"a t\" (");
        boolean separate = random.nextBoolean();
        var key = one(KEYS, random);
        var columns = new ArrayList<String>();
        for (int i = 0; i < random.nextInt(3); i++) {
            columns.add(("c" + i + " " + one(TYPES, random)).strip());
        }
        int split = key.indexOf(", PRIMARY");
        table.append(split < 0 ? key : key.substring(0, split));
        columns.forEach(it -> table.append(", ").append(it));
        table.append(split < 0 ? "" : key.substring(split)).append(")");
        if (key.contains("PRIMARY") && !key.contains("AUTO") && random.nextInt(3) == 0) {
            table.append(" WITHOUT ROWID");
        }
        var add = new ArrayList<String>();
        var drop = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            add.add("ALTER TABLE \"a t\" ADD COLUMN n" + i + " " + one(TYPES, random)
                    + (random.nextBoolean() ? " DEFAULT 'd'" : "") + ";");
            drop.add(0, separate ? "ALTER TABLE \"a t\" DROP COLUMN n" + i + ";" : "DROP COLUMN n" + i);
        }
        project.script("a", "", table + ";\nCREATE TABLE child (t REFERENCES \"a t\" (id) ON DELETE CASCADE, v);",
                random.nextBoolean() ? "DROP TABLE child; DROP TABLE \"a t\";"
                        : "DROP TABLE \"a t\"; DROP TABLE child;")
                .script("b", "a", String.join("\n", add), separate ? String.join("\n", drop)
                        : "ALTER TABLE \"a t\" " + String.join(", ", drop) + ";");
        if (!key.contains("UNIQUE") && !key.startsWith("id INTEGER PRIMARY") && !key.startsWith("id TEXT")) {
            project.script("a", "", table + ";\nCREATE TABLE child (t, v);", "DROP TABLE child; DROP TABLE \"a t\";");
        }
    }

    private static void fill(Project project, Random random) {
        var columns = project.query("SELECT name FROM pragma_table_info('a t') WHERE name <> 'id'");
        for (int id = 1; id <= random.nextInt(9); id++) {
            var values = new StringBuilder(String.valueOf(id * 3));
            columns.forEach(it -> values.append(", ").append(it.equals("part key") ? "'p'" : one(VALUES, random)));
            project.execute("INSERT INTO \"a t\" VALUES (" + values + ")");
            if (random.nextBoolean()) {
                project.execute("INSERT INTO child VALUES (" + (random.nextBoolean() ? "NULL" : id * 3) + ", "
                        + one(VALUES, random) + ")");
            }
        }
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
