package tests.copy.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Databases;
import restrack.database.TableDigest;
import tests.Project;

/** Digests are equal where the rows are, and differ where anything about them does. */
class DigestsTest {
    @TempDir
    Path folder;

    @Test
    void whereRowsAreStoredAndInWhichOrderTheyCameDoesNotCount() {
        assertEquals(digest("INSERT INTO t (rowid, a, b) VALUES (1, 'x', 2), (2, 'y', 3)"),
                digest("INSERT INTO t (rowid, b, a) VALUES (2, 3, 'y'), (9, 0, 0), (1, 2, 'x'); DELETE FROM t "
                        + "WHERE rowid = 9; VACUUM"));
    }

    @Test
    void valuesThatLookAlikeAreNotTheSame() {
        var values = List.of("NULL", "1", "'1'", "1.0", "x'31'", "''", "x''", "0", "'1 '", "-1", "'é'", "'e'",
                "char(0, 49)", "char(49, 0)", "0x7fffffffffffffff", "9223372036854775808.0", "'NULL'",
                "CAST(x'ff' AS TEXT)", "CAST(x'fe' AS TEXT)");
        var seen = new HashMap<TableDigest, String>();
        for (var value : values) {
            var other = seen.put(digest("INSERT INTO t (a) VALUES (" + value + ")"), value);
            assertEquals(null, other, value);
        }
    }

    @Test
    void whichRowAValueIsInCounts() {
        assertNotEquals(digest("INSERT INTO t (a, b) VALUES (1, 2), (2, 1)"),
                digest("INSERT INTO t (a, b) VALUES (1, 1), (2, 2)"));
        var moved = digest("INSERT INTO t (rowid, a) VALUES (7, 'x')");
        var before = digest("INSERT INTO t (rowid, a) VALUES (5, 'x')");
        assertNotEquals(before.keys(), moved.keys());
        assertEquals(before.contents(), moved.contents());
    }

    @Test
    void onlyTheColumnThatDiffersDiffers() {
        var one = digest("INSERT INTO t VALUES (1, 2), (3, 4)");
        var other = digest("INSERT INTO t VALUES (1, 2), (3, 5)");
        assertEquals(one.keys(), other.keys());
        assertEquals(one.columns().get("a"), other.columns().get("a"));
        assertNotEquals(one.columns().get("b"), other.columns().get("b"));
    }

    @Test
    void tablesOfEveryKindHaveDigestsAndWhatBelongsToSqliteHasNone() {
        var digests = digests("""
                CREATE TABLE w (k TEXT, v, PRIMARY KEY (k)) WITHOUT ROWID; INSERT INTO w VALUES ('a', 1), ('b', 2);
                CREATE TABLE taken (rowid, _rowid_, oid); INSERT INTO taken VALUES (1, 2, 3);
                CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, twice AS (id * 2)); INSERT INTO counted
                    DEFAULT VALUES;
                CREATE VIRTUAL TABLE words USING fts5 (text); INSERT INTO words VALUES ('hello');
                CREATE VIEW seen AS SELECT * FROM w""");
        assertEquals(Set.of("t", "w", "taken", "counted", "words"), digests.keySet());
        assertEquals(2, digests.get("w").rows());
        assertEquals(1, digests.get("words").rows());
        assertEquals(Set.of("id"), digests.get("counted").columns().keySet());
        assertEquals(Set.of("rowid", "_rowid_", "oid"), digests.get("taken").columns().keySet());
    }

    private int databases;

    private TableDigest digest(String sql) {
        return digests(sql).get("t");
    }

    private Map<String, TableDigest> digests(String sql) {
        var project = new Project(folder.resolve("p" + databases++)).file("/data/.keep", "");
        project.execute("CREATE TABLE t (a, b); " + sql);
        var url = DatabaseUrl.of(project.database());
        var access = new Access(Duration.ofSeconds(1), true, holders -> { });
        try (var database = Databases.dialect(url).openForReading(url, access).orElseThrow()) {
            return database.rows().digests(table -> true).entrySet().stream()
                    .collect(Collectors.toMap(it -> it.getKey().text(), Map.Entry::getValue));
        }
    }
}
