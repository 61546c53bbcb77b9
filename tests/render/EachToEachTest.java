package tests.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EachToEachTest {
    /** How many of the other schemas each one becomes: all of them take minutes. */
    private static final int STEPS = Integer.getInteger("tests.render.steps", 6);

    /** Schemas that have nothing to do with one another, but for the names of their tables. */
    @Test
    void anySchemaBecomesAnyOther() throws Exception {
        var schemas = Pairs.all().stream().flatMap(it -> Stream.of(it.from(), it.to())).map(EachToEachTest::withoutRows)
                .distinct().toList();
        var failed = new ArrayList<String>();
        for (int i = 0; i < schemas.size(); i++) {
            for (int step = 1; step <= Math.min(STEPS, schemas.size() - 1); step++) {
                var to = schemas.get((i + step * 17) % schemas.size());
                try {
                    become(schemas.get(i), to);
                } catch (AssertionError | RuntimeException e) {
                    failed.add(schemas.get(i) + "~~\n" + to + e.getMessage() + "\n");
                }
            }
        }
        assertEquals(List.of(), failed, () -> failed.size() + " pairs failed, the first being\n" + failed.get(0));
    }

    private static void become(String from, String to) throws Exception {
        try (var database = Migrated.of(from); var wanted = Migrated.of(to)) {
            var done = database.become(wanted, "rowid");
            // Triggers that insert without naming columns are told which ones they meant: another round.
            for (int round = 0; round < 2; round++) {
                done.addAll(database.become(wanted, "rowid"));
            }
            assertEquals(List.of(), database.differences(wanted), () -> String.join(";\n", done));
        }
    }

    private static String withoutRows(String schema) {
        return schema.replaceAll("(?m)^(INSERT|UPDATE) .*\n", "");
    }
}
