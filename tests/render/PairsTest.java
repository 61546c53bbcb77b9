package tests.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import restrack.schema.Change;
import restrack.schema.Table;

class PairsTest {
    static List<Pair> pairs() {
        return Pairs.all();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSchemaBecomesTheOtherAndItselfAgainAndKeepsItsRows(Pair pair) throws Exception {
        try (var database = Migrated.of(pair.from()); var from = Migrated.of(pair.from());
                var to = Migrated.of(pair.to())) {
            assertFalse(database.differences(to).isEmpty(), "a pair without a difference");
            become(database, to, pair);
            if (!pair.name().endsWith("one way")) {
                become(database, from, pair);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theOtherBecomesItToo(Pair pair) throws Exception {
        try (var database = Migrated.of(pair.to()); var from = Migrated.of(pair.from())) {
            become(database, from, pair);
        }
    }

    private static void become(Migrated database, Migrated wanted, Pair pair) throws Exception {
        var rows = rows(database);
        var done = database.become(wanted, pair.fill());
        if (database.differences(wanted).stream().allMatch(Change.Reorder.class::isInstance)) {
            done.addAll(database.become(wanted, pair.fill()));
        }
        assertEquals(List.of(), database.differences(wanted), () -> String.join(";\n", done));
        var after = rows(database);
        rows.keySet().retainAll(after.keySet());
        after.keySet().retainAll(rows.keySet());
        assertEquals(rows, after, () -> String.join(";\n", done));
        assertEquals(List.of("ok"), database.query("PRAGMA integrity_check"));
        assertEquals(List.of(), database.query("PRAGMA foreign_key_check"));
    }

    private static Map<String, List<String>> rows(Migrated database) throws Exception {
        var rows = new TreeMap<String, List<String>>();
        for (Table table : database.schema().tables()) {
            rows.put(table.name().key(), database.query("SELECT count(*) FROM \"" + table.name().text() + '"'));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSchemaHasNoDifferenceFromItself(Pair pair) throws Exception {
        for (var sql : Arrays.asList(pair.from(), pair.to())) {
            try (var database = Migrated.of(sql); var same = Migrated.of(sql)) {
                assertEquals(List.of(), database.statements(same));
            }
        }
    }
}
