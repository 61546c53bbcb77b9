package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a transaction, as a later one sees it: PostgreSQL documentation, "System Functions",
 * {@code txid_status}.
 *
 * @param connection  a connection outside of that transaction
 * @param transaction its number
 */
record TransactionStatus(Connection connection, long transaction) {
    private static final String UNKNOWN_NUMBER = "22023";
    private static final List<String> OURS = List.of("event", "journal", "revision", "repeatable");

    /** {@return {@code committed}, {@code aborted} or {@code in progress}; empty if it was too long ago} */
    String word() throws SQLException {
        try (var query = connection.prepareStatement("SELECT txid_status(?)")) {
            query.setLong(1, transaction);
            try (var row = query.executeQuery()) {
                row.next();
                return Objects.requireNonNullElse(row.getString(1), "");
            }
        } catch (SQLException e) {
            if (PostgresState.of(e).equals(UNKNOWN_NUMBER)) {
                // A server that crashed has forgotten that the number was given: nothing of it had reached the disk.
                return "aborted";
            }
            throw e;
        }
    }

    /**
     * {@return whether it counts; nothing where that cannot be known} A server that crashed may have given its number
     * to somebody else since, so that one counts as committed only if it wrote a row of ours.
     *
     * @param prefix what the names of our tables begin with
     * @throws SQLException also while it is still open
     */
    Optional<Boolean> committed(String prefix) throws SQLException {
        return switch (word()) {
            case "aborted" -> Optional.of(false);
            case "committed" -> wroteOurs(prefix) ? Optional.of(true) : Optional.empty();
            case "in progress" -> throw new SQLException("The transaction is still open", "08006");
            default -> Optional.empty();
        };
    }

    /** A row knows the lower half of the number of the transaction that wrote it. */
    private boolean wroteOurs(String prefix) throws SQLException {
        var catalog = new PostgresCatalog(connection);
        for (var name : OURS) {
            if (!catalog.has((prefix + name).toLowerCase(Locale.ROOT))) {
                continue;
            }
            try (var query = connection.prepareStatement(
                    "SELECT 1 FROM " + prefix + name + " WHERE xmin::text = ? LIMIT 1")) {
                query.setString(1, Long.toString(transaction & 0xffff_ffffL));
                try (var rows = query.executeQuery()) {
                    if (rows.next()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
