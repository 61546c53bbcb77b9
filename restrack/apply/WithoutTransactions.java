package restrack.apply;

import java.sql.SQLException;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.sql.RepeatableLine;

/** Tables whose rows a rollback does not bring back, which only the database knows. */
final class WithoutTransactions {
    private WithoutTransactions() {
    }

    /**
     * Refuses a statement about such tables.
     *
     * @throws MigrateException {@code forbidden_statement}, saying what to write if it may be run twice
     */
    static void refuse(Database database, Place place) {
        try {
            var tables = database.withoutTransactions(place.statement());
            if (!tables.isEmpty()) {
                throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, place + ": " + String.join(", ", tables)
                        + " has no transactions, so an interrupted statement could be done, or half done, without "
                        + "a record of it.\n    " + place.excerpt(), "Give it an engine that has them (`ALTER TABLE … "
                        + "ENGINE = InnoDB`). Or, if it does no harm to run the statement twice, say so on a line of "
                        + "its own above it: `-- " + RepeatableLine.MARKER + "`.");
            }
        } catch (SQLException e) {
            throw database.explain(e, place.toString());
        }
    }
}
