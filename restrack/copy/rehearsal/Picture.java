package restrack.copy.rehearsal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import restrack.database.Database;
import restrack.database.TableDigest;
import restrack.schema.HistoryTables;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Schema;

/**
 * What a database is at one moment, but for the tables in which migration tools keep their records.
 *
 * @param schema its schema
 * @param tables the rows of its tables, by their names
 */
record Picture(Schema schema, Map<Name, TableDigest> tables) {
    /** {@return what a database is now} All its rows are read. */
    static Picture of(Database database, Set<String> ownTables) {
        return new Picture(schema(database, ownTables), database.rows().digests(counts(ownTables)));
    }

    /** {@return the schema as it is now} */
    static Schema schema(Database database, Set<String> ownTables) {
        var counts = counts(ownTables);
        return database.schema(Level.EXACT).withTables(it -> counts.test(it.text()));
    }

    private static Predicate<String> counts(Set<String> ownTables) {
        return table -> !ownTables.contains(table.toLowerCase(Locale.ROOT)) && !HistoryTables.isOneOf(table);
    }
}
