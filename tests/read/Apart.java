package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.Database;
import restrack.schema.Change;
import restrack.schema.Difference;
import restrack.schema.Level;

/**
 * Compares schemas as a user of them does. Pairs are written a line each, with {@code ~} between the two; what they
 * have in common is a text with {@code %s} where they differ.
 */
final class Apart {
    private Apart() {
    }

    /** {@return what is different, a word each: {@code AlterColumn}} */
    static List<String> words(Level level, Database present, Database wanted) {
        return changes(level, present, wanted).stream().map(it -> it.getClass().getSimpleName()
                + (it instanceof Change.AlterColumn column ? " " + column.aspect() : "")).toList();
    }

    static List<Change> changes(Level level, Database present, Database wanted) {
        return Difference.of(present.schema(level), wanted.schema(level), wanted.equality());
    }

    static List<String> words(Level level, String present, String wanted) throws SQLException {
        try (var one = Opened.of(present); var other = Opened.of(wanted)) {
            return words(level, one, other);
        }
    }

    /** Each pair is the same, at both levels. */
    static void same(String frame, String pairs) throws SQLException {
        assertEquals("", wrong(Level.EXACT, frame, pairs, true) + wrong(Level.EQUIVALENT, frame, pairs, true));
    }

    /** Each pair is different, at both levels. */
    static void different(String frame, String pairs) throws SQLException {
        assertEquals("", wrong(Level.EXACT, frame, pairs, false) + wrong(Level.EQUIVALENT, frame, pairs, false));
    }

    /** Each pair behaves the same, and is not the same. */
    static void equivalent(String frame, String pairs) throws SQLException {
        assertEquals("", wrong(Level.EXACT, frame, pairs, false) + wrong(Level.EQUIVALENT, frame, pairs, true));
    }

    /** The pairs that are not what they should be, in either direction. */
    private static String wrong(Level level, String frame, String pairs, boolean same) throws SQLException {
        var wrong = new ArrayList<String>();
        for (var line : pairs.strip().lines().toList()) {
            var pair = List.of(line.split("~", -1));
            assertEquals(2, pair.size(), line);
            for (var directed : List.of(pair, List.of(pair.get(1), pair.get(0)))) {
                var words = words(level, frame.replace("%s", directed.get(0).strip()),
                        frame.replace("%s", directed.get(1).strip()));
                if (words.isEmpty() != same) {
                    wrong.add(level + ": " + String.join(" ~ ", directed) + " gives " + words + "\n");
                }
            }
        }
        return wrong.stream().collect(Collectors.joining());
    }
}
