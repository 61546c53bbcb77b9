package tests.alter;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import restrack.database.Way;

/**
 * The program that is killed: changes a table again and again, and says before and after each change how far it is.
 */
final class KilledAlteration {
    /** So that none is left behind by tests that were killed themselves. */
    private static final long LIFETIME = TimeUnit.SECONDS.toNanos(60);

    private KilledAlteration() {
    }

    /** A file, a way, the place in its cycle where the file stands, and how many pages SQLite may keep in memory. */
    public static void main(String... arguments) throws SQLException {
        var cycle = KilledDatabase.cycle(Way.valueOf(arguments[1]));
        long end = System.nanoTime() + LIFETIME;
        try (var database = KilledDatabase.open(Path.of(arguments[0]));
             var settings = database.connection().createStatement()) {
            settings.execute("PRAGMA cache_size = " + Integer.parseInt(arguments[3]));
            for (int i = Integer.parseInt(arguments[2]); System.nanoTime() < end; i++) {
                database.begin();
                System.out.println("begun " + i);
                database.run(cycle.get(i % cycle.size()), Set.of());
                database.commit();
                System.out.println("done " + i);
            }
        }
    }
}
