package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Way;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Quoted;

/**
 * What proves, before anything is committed, that a change did what it was to do and nothing else: the schema is the
 * same but for the texts that were to be written; no row was written but by our own statements, which no trigger and no
 * foreign key followed; the table has as many rows as were copied; no key is broken that was not before.
 */
final class Proof {
    private final Connection connection;
    private final Step step;
    private final Catalog catalog;
    private final Map<String, Set<String>> violations;
    private final long changes;

    private Proof(Connection connection, Step step) throws SQLException {
        this.connection = connection;
        this.step = step;
        this.catalog = Catalog.of(connection);
        this.violations = ForeignKeys.violations(connection, step);
        this.changes = number("SELECT total_changes()");
    }

    static Proof before(Connection connection, Step step) throws SQLException {
        return new Proof(connection, step);
    }

    /**
     * Looks again.
     *
     * @param written how many rows our own statements have written
     * @param copied  how many of them are the table's
     * @throws MigrateException {@code rows_in_the_way} where keys are broken that were not before; {@code internal}
     *                          where something is not as it should be
     */
    void after(long written, long copied) throws SQLException {
        long other = number("SELECT total_changes()") - changes - written;
        require(other == 0, other + " rows were written that were not to be");
        if (step.way() == Way.REBUILD) {
            // SQLite counts in the smallest b-tree: in an index that was kept as it was, if there is one.
            long rows = number("SELECT count(*) FROM main." + Quoted.name(step.table()));
            require(rows == copied, copied + " rows were copied, and there are " + rows);
        }
        var now = Catalog.of(connection);
        require(unrelated(catalog).equals(unrelated(now)), "something else in the schema has changed");
        requireTexts(now);
        ForeignKeys.refuseNew(violations, ForeignKeys.violations(connection, step));
    }

    /** What has nothing to do with the change. */
    private List<String> unrelated(Catalog all) {
        var found = new ArrayList<String>();
        for (var object : all.objects()) {
            boolean ours = step.texts().stream().anyMatch(it -> it.isOf(object))
                    || object.isAutomatic() && object.table().equalsIgnoreCase(step.table())
                    || object.name().equals("sqlite_sequence")
                    || step.notes().contains("drops " + object.words());
            if (!ours) {
                found.add(object.type() + " " + object.name() + " of " + object.table() + ": " + object.sql());
            }
        }
        return found;
    }

    private void requireTexts(Catalog now) {
        for (var text : step.texts()) {
            require(now.objects().stream().anyMatch(it -> text.isOf(it) && text.sql().equals(it.sql())),
                    "the text of " + text.name() + " is not the one that was written");
        }
    }

    private long number(String sql) throws SQLException {
        try (var query = connection.createStatement(); var found = query.executeQuery(sql)) {
            return found.getLong(1);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MigrateException(ErrorKind.INTERNAL, "The change of " + step.table() + " was not what it should "
                    + "have been: " + otherwise + ". Nothing of it is kept.", "Please report this.");
        }
    }
}
