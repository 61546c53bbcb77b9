package tests.postgres.tables;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.servers.Server;

/** A draft leads from any schema to any other and back. The seed of what fails can be given with {@code -Dseed=}. */
@Tag("torture")
class RandomTablesTest {
    private static final int PAIRS = 6;

    @Test
    void aDraftLeadsFromAnySchemaToAnyOtherAndBack(@TempDir Path folder) {
        long seed = Long.getLong("seed", System.nanoTime());
        for (long number = seed; number < seed + Integer.getInteger("pairs", PAIRS); number++) {
            var tables = new RandomTables(new Random(number));
            var pair = new Pair("seed " + number, tables.schema(), tables.schema());
            try (var database = Server.POSTGRES.database()) {
                ThereAndBack.of(pair, folder.resolve("p" + number), database);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(pair.name() + "\n" + pair.a() + "\n-- becomes\n" + pair.b(), e);
            }
        }
    }
}
