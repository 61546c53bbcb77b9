package restrack.database.sqlite.alter;

import java.util.List;
import java.util.Optional;
import restrack.database.sqlite.draft.Action;
import restrack.sql.Statement;
import restrack.sql.TableName;

/**
 * An {@code ALTER TABLE} statement, in the form of the SQL standard and of PostgreSQL.
 *
 * @param ifExists whether a table that is not there is no error
 * @param table    the table
 * @param actions  what is to be done to it, in order; at least one
 */
record AlterStatement(boolean ifExists, TableName table, List<Action> actions) {
    /** {@return the statement read; nothing if it is another one, or has an action that is not known here} */
    static Optional<AlterStatement> of(Statement statement) {
        return statement.starts("ALTER", "TABLE") ? new AlterParser(statement).parse() : Optional.empty();
    }
}
