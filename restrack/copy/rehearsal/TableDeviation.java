package restrack.copy.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.database.TableDigest;

/**
 * What is other about the rows of a table.
 *
 * @param table   the table
 * @param before  how many rows it had
 * @param after   how many it has
 * @param what    what differs
 * @param columns the columns with other values, in small letters; empty unless the rows are the same but for these
 */
public record TableDeviation(String table, long before, long after, What what, List<String> columns) {
    /** What can be other about rows. */
    public enum What {
        /** There are more or fewer. */
        NUMBER,
        /** They have the same values under other row numbers, or under another key. */
        KEYS,
        /** Some are others: their keys were not there before. */
        ROWS,
        /** The same rows have other values. */
        VALUES
    }

    /** {@return what is other, if anything is} Columns that are not on both sides are the schema's business. */
    static Optional<TableDeviation> between(String table, TableDigest before, TableDigest after) {
        var columns = new ArrayList<String>();
        before.columns().forEach((column, digest) -> {
            if (!after.columns().getOrDefault(column, digest).equals(digest)) {
                columns.add(column);
            }
        });
        columns.sort(null);
        if (before.rows() != after.rows()) {
            return Optional.of(new TableDeviation(table, before.rows(), after.rows(), What.NUMBER, List.of()));
        }
        if (!before.keys().equals(after.keys())) {
            boolean moved = before.contents().equals(after.contents());
            return Optional.of(new TableDeviation(table, before.rows(), after.rows(),
                    moved ? What.KEYS : What.ROWS, List.of()));
        }
        return columns.isEmpty() ? Optional.empty()
                : Optional.of(new TableDeviation(table, before.rows(), after.rows(), What.VALUES,
                        List.copyOf(columns)));
    }

    /** {@return the same as a phrase: {@code user: other values in email, name}} */
    public String line() {
        return table + ": " + switch (what) {
            case NUMBER -> after + (after == 1 ? " row" : " rows") + " instead of " + before;
            case KEYS -> "the same values in rows with other row numbers";
            case ROWS -> "some rows have gone and others come";
            case VALUES -> "other values in " + String.join(", ", columns);
        };
    }
}
