package restrack.adopt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.schema.HistoryTables;
import restrack.schema.Name;

/** Finds the histories that other migration tools have left in a database. Nothing is ever written to them. */
final class ForeignHistories {
    private static final String LIQUIBASE_LOCK = "databasechangeloglock";

    private ForeignHistories() {
    }

    /**
     * {@return what other tools say of a database; empty where none was there}
     *
     * @param database the database
     * @param names    the names of its tables, views and triggers
     * @throws MigrateException {@code busy} while Liquibase holds its lock
     */
    static List<ForeignHistory> in(Database database, Collection<Name> names) {
        var histories = new ArrayList<ForeignHistory>();
        for (var name : names) {
            if (!HistoryTables.isOneOf(name.text()) || !database.hasTable(name.text())) {
                continue;
            }
            if (name.text().equalsIgnoreCase(LIQUIBASE_LOCK)) {
                refuseLocked(ForeignRows.read(database, name.text()));
            }
            of(database, name.text()).ifPresent(histories::add);
        }
        return histories;
    }

    private static Optional<ForeignHistory> of(Database database, String table) {
        for (var kind : HistoryTable.values()) {
            if (kind.isNamed(table)) {
                var history = kind.read(ForeignRows.read(database, table));
                if (history.isPresent()) {
                    return history;
                }
            }
        }
        return Optional.empty();
    }

    private static void refuseLocked(ForeignRows rows) {
        for (var row : rows.rows()) {
            if (ForeignRows.isTrue(row.get("locked"))) {
                throw new MigrateException(ErrorKind.BUSY, "Liquibase is at work on this database, or was killed: "
                        + rows.table() + " has been locked since " + row.get("lockgranted") + " by "
                        + row.get("lockedby") + ".", "Wait until it is done; if nobody is there any more, run "
                        + "`liquibase release-locks`.");
            }
        }
    }
}
