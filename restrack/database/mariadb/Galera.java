package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

/** MariaDB servers that are one database together: Galera. */
final class Galera {
    /** Error number: "WSREP has not yet prepared node for application use". */
    private static final int NOT_READY = 1047;
    /** Error number of a lock that is not given; also of waiting in vain for what others have committed. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private Galera() {
    }

    /** {@return what this node is called among its peers, since it was started; nothing for a server of its own} */
    static Optional<String> member(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
             var rows = statement.executeQuery("SHOW STATUS LIKE 'wsrep_gcomm_uuid'")) {
            return rows.next() ? Optional.ofNullable(rows.getString(2)).filter(it -> !it.isBlank()) : Optional.empty();
        }
    }

    /**
     * {@return what an error means that only a node of a cluster has}
     *
     * @param connection where it was met; null where there is none yet
     */
    static Optional<MigrateException> explain(SQLException error, String context, DatabaseUrl url,
                                              Connection connection) {
        if (error.getErrorCode() == NOT_READY) {
            return Optional.of(cutOff(error, context, url));
        }
        if (error.getErrorCode() != LOCK_WAIT_TIMEOUT || connection == null) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement()) {
            // Or the questions would wait for what does not come.
            statement.execute("SET SESSION wsrep_sync_wait = 0");
            try {
                return member(connection).isEmpty() ? Optional.empty()
                        : isOff(statement) ? Optional.of(cutOff(error, context, url))
                        : new Blockers(connection).words().isEmpty() ? Optional.of(behind(error, context, url))
                        : Optional.empty();
            } finally {
                statement.execute("SET SESSION wsrep_sync_wait = 15");
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static boolean isOff(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SHOW STATUS LIKE 'wsrep_ready'")) {
            return rows.next() && "OFF".equals(rows.getString(2));
        }
    }

    private static MigrateException cutOff(SQLException error, String context, DatabaseUrl url) {
        return new MigrateException(ErrorKind.CANNOT_OPEN, context + ": this node of the cluster (" + url.display()
                + ") is cut off from the majority of the others, or has not joined them yet, and neither reads nor "
                + "writes.", "Name another node, or look at `SHOW STATUS LIKE 'wsrep_%'` there: wsrep_cluster_status "
                + "has to be Primary and wsrep_ready ON.", error);
    }

    private static MigrateException behind(SQLException error, String context, DatabaseUrl url) {
        return new MigrateException(ErrorKind.BUSY, context + ": this node of the cluster (" + url.display()
                + ") waited in vain for a lock, or for what other nodes have committed, as it does while one of them "
                + "changes a large table.", "Try again when that is done. `SHOW PROCESSLIST` on the nodes shows it.",
                error);
    }
}
