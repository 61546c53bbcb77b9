package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.MalformedException;

/** What SQLite accepts is read, and read as SQLite reads it. */
class SqliteAgreesTest {
    private static final List<String> ALTERS = List.of(
            "ALTER TABLE %1$s RENAME TO \"new name\"", "ALTER TABLE %1$s RENAME COLUMN %2$s TO \"it's\"",
            "ALTER TABLE %1$s ADD COLUMN added TEXT /* , */ NOT NULL DEFAULT 'x' -- )\n",
            "ALTER TABLE %1$s ADD [another one] DEFAULT (1 + 1) NULL", "ALTER TABLE %1$s DROP COLUMN %2$s",
            "ALTER TABLE %1$s ADD g AS (1) VIRTUAL REFERENCES p(x)", "ALTER TABLE %1$s ADD CHECK (1 <> 2)",
            "ALTER TABLE %1$s ADD CONSTRAINT \"c c\" CHECK (1)", "ALTER TABLE %1$s DROP CONSTRAINT n",
            "ALTER TABLE %1$s ALTER COLUMN %2$s SET NOT NULL", "ALTER TABLE %1$s ALTER COLUMN %2$s DROP NOT NULL");

    @Test
    void aboutWhateverTheGrammarMakes() throws SQLException {
        int accepted = 0;
        for (long seed = 0; seed < 1500; seed++) {
            var random = new Random(seed);
            var text = RandomTable.text(random, RandomTable.tokens(random));
            var message = "seed " + seed + ": " + text;
            var table = CreateTable.parse(text);
            Agreement.checkPieces(table, message);
            try (var sqlite = new Sqlite()) {
                if (sqlite.run(text).isEmpty()) {
                    accepted++;
                    Agreement.check(sqlite, table, message);
                }
            }
        }
        assertTrue(accepted > 900, "The generator should make sense more often: " + accepted);
    }

    @Test
    void aboutWhatItKeepsInTheFileAfterItsOwnAlters() throws SQLException {
        int altered = 0;
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var text = RandomTable.text(random, RandomTable.tokens(random));
            try (var sqlite = new Sqlite()) {
                sqlite.run(text);
                for (int i = 0; i < 8; i++) {
                    altered += alter(sqlite, random) ? 1 : 0;
                    check(sqlite, "seed " + seed);
                }
            }
        }
        assertTrue(altered > 600, "Too few could be altered: " + altered);
    }

    private static boolean alter(Sqlite sqlite, Random random) throws SQLException {
        for (var row : stored(sqlite)) {
            var table = CreateTable.parse(row);
            var column = RandomTable.one(random, table.columns()).name().value();
            return sqlite.run(RandomTable.one(random, ALTERS)
                    .formatted(quoted(table.name().value()), quoted(column))).isEmpty();
        }
        return false;
    }

    private static void check(Sqlite sqlite, String message) throws SQLException {
        for (var row : stored(sqlite)) {
            var table = CreateTable.parse(row);
            Agreement.checkPieces(table, message + ": " + row);
            Agreement.check(sqlite, table, message + ": " + row);
        }
    }

    private static List<String> stored(Sqlite sqlite) throws SQLException {
        return sqlite.rows("""
                SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                UNION ALL
                SELECT sql FROM sqlite_temp_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                """).stream().map(row -> row.get(0)).toList();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Test
    void aboutWhatIsBroken() throws SQLException {
        int refused = 0;
        int accepted = 0;
        for (long seed = 0; seed < 2500; seed++) {
            var random = new Random(seed);
            var tokens = new ArrayList<>(RandomTable.tokens(random));
            var text = broken(random, tokens);
            var message = "seed " + seed + ": " + text;
            try (var sqlite = new Sqlite()) {
                boolean made = sqlite.run(text).isEmpty() && !stored(sqlite).isEmpty();
                try {
                    var table = CreateTable.parse(text);
                    Agreement.checkPieces(table, message);
                    if (made && !table.isSelect()) {
                        accepted++;
                        Agreement.check(sqlite, table, message);
                    }
                } catch (MalformedException e) {
                    refused++;
                    assertFalse(made, e.getMessage() + " " + message);
                    assertTrue(e.offset() >= 0 && e.offset() <= text.length(), e.getMessage() + " " + message);
                    assertEquals(1 + text.substring(0, e.offset()).chars().filter(c -> c == '\n').count(), e.line());
                }
            }
        }
        assertTrue(refused > 500 && accepted > 100, refused + " refused, " + accepted + " accepted");
    }

    private static String broken(Random random, List<String> tokens) {
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
            case 3 -> tokens.set(at, RandomTable.one(random, tokens));
            case 4 -> tokens.add(at, RandomTable.one(random, List.of("(", ")", ",", "'", "\"", "?", "1", "\0", "[",
                    "/*", "CONSTRAINT", "AS", "CHECK", "x'0'", "GENERATED", "ALWAYS", "NOT", "ON", "b.c", "😀")));
            default -> {
                var text = RandomTable.text(random, tokens);
                return text.substring(0, random.nextInt(text.length()));
            }
        }
        return RandomTable.text(random, tokens);
    }
}
