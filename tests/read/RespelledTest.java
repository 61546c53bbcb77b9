package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import restrack.database.Database;
import restrack.schema.Level;

/** Every schema of the torture set is itself, however it is spelled. */
class RespelledTest {
    private static final Path FOLDER = Path.of("tests", "alter", "torture");
    private static final int SPELLINGS = 5;

    @TestFactory
    Stream<DynamicTest> aSchemaHasNoDifferenceToItself() throws IOException {
        return schemas().map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> {
            try (var one = open(it); var other = open(it)) {
                assertSame(one, other, "");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aSchemaHasNoDifferenceToItselfInAnotherSpelling() throws IOException {
        return schemas().map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> {
            try (var one = open(it)) {
                for (long seed = 1; seed <= SPELLINGS; seed++) {
                    var texts = respelled(one, new Random(seed));
                    try (var other = Opened.withApplication(texts)) {
                        assertSame(one, other, "Seed " + seed + ": " + String.join(";\n", texts));
                        assertSame(other, one, "Seed " + seed + ": " + String.join(";\n", texts));
                    }
                }
            }
        }));
    }

    @Test
    void theOtherSpellingIsAnother() throws SQLException {
        var respelled = new Respelled(Set.of("a"), new Random(1));
        var sql = "CREATE TABLE t (a TEXT DEFAULT word, CHECK (a <> \"Word\"))";
        var texts = new TreeSet<String>();
        for (int i = 0; i < 20; i++) {
            texts.add(respelled.of(sql));
        }
        assertEquals(20, texts.size());
        assertTrue(texts.stream().allMatch(it -> it.matches("(?s).*\\sword\\s.*")), texts.toString());
        assertTrue(texts.stream().allMatch(it -> it.contains("\"Word\"")), texts.toString());
    }

    private static void assertSame(Database one, Database other, String message) {
        for (var level : Level.values()) {
            assertEquals(List.of(), Apart.changes(level, one, other), message);
        }
    }

    private static Stream<Path> schemas() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    private static Database open(Path file) throws SQLException, IOException {
        return Opened.withApplication(List.of(Files.readString(file)));
    }

    private static List<String> respelled(Database database, Random random) throws SQLException {
        var respelled = new Respelled(names(database), random);
        var texts = new ArrayList<String>();
        for (var sql : query(database, """
                SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
                AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid""")) {
            texts.add(respelled.of(sql));
        }
        return texts;
    }

    private static Set<String> names(Database database) throws SQLException {
        var names = new HashSet<String>();
        query(database, """
                SELECT name FROM sqlite_schema
                UNION SELECT c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'""")
                .forEach(it -> names.add(it.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static List<String> query(Database database, String sql) throws SQLException {
        try (var query = database.connection().createStatement(); var rows = query.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
