package restrack.apply;

import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.RowKey;
import restrack.sql.BatchLine;
import restrack.sql.Batched;
import restrack.sql.Token;

/**
 * How a statement of a script runs in batches.
 *
 * @param how       what the line above it says
 * @param statement the statement, as far as batches need to know it
 */
record Batching(BatchLine how, Batched statement) {
    /**
     * {@return the key by which the batches go}
     *
     * @throws MigrateException {@code cannot_batch}, without its place, where there is no such key, the statement
     *                          changes it, or looks at the table in another place too
     */
    RowKey key(Database database) {
        var key = database.rows().key(statement.table().table(), how.key());
        statement.refuseChangeOf(key.names());
        for (var view : key.views()) {
            if (statement.statement().significant().stream().filter(Token::isName)
                    .anyMatch(it -> it.name().equalsIgnoreCase(view))) {
                throw new MigrateException(ErrorKind.CANNOT_BATCH, "It looks at " + key.table() + " through the view "
                        + view + " too, where it would see what the batches before have done, so it cannot run in "
                        + "batches.", "Leave '-- migrate:batch' out, or keep what it needs in a table of its own.");
            }
        }
        return key;
    }

    /** {@return how many batches so many rows make} */
    long batches(long rows) {
        return (rows + how.size() - 1) / how.size();
    }

    /** {@return the key as it is written} */
    String keyWords() {
        return String.join(", ", how.key());
    }
}
