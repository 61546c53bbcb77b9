package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import restrack.MigrateException;
import restrack.database.RowCheck;
import restrack.database.RowsInTheWay;
import restrack.database.Way;
import restrack.database.sqlite.catalog.NewText;
import restrack.database.sqlite.draft.Guard;

/**
 * A piece of an ALTER TABLE, ready to run.
 *
 * @param table      the table, under the name that it has before
 * @param way        how it is changed
 * @param checks     what has to be looked at first
 * @param statements what is run
 * @param notes      what goes with it
 * @param keys       the tables whose foreign keys have to be looked at afterwards
 * @param renumbered whether the rows get other rowids
 * @param guards     what is counted before and afterwards
 * @param texts      the texts that are written; empty where SQLite itself writes them
 * @param rebuilt    the indexes that are filled anew
 */
record Step(String table, Way way, List<RowCheck> checks, List<String> statements,
        Collection<String> notes, Set<String> keys, boolean renumbered, List<Guard> guards, List<NewText> texts,
        List<String> rebuilt) {
    /** @throws MigrateException {@code hazard} or {@code rows_in_the_way} where rows keep it from being done */
    void refuse(Connection connection, Set<String> allowed) throws SQLException {
        for (var check : checks) {
            if (!check.isAllowed(allowed)) {
                RowsInTheWay.refuse(check, connection);
            }
        }
    }
}
