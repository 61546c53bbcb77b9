package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
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
        boolean cutOff = error.getErrorCode() == NOT_READY
                || error.getErrorCode() == LOCK_WAIT_TIMEOUT && connection != null && isOff(connection);
        return !cutOff ? Optional.empty() : Optional.of(new MigrateException(ErrorKind.CANNOT_OPEN, context
                + ": this node of the cluster (" + url.display() + ") is cut off from the majority of the others, or "
                + "has not joined them yet, and neither reads nor writes.", "Name another node, or look at `SHOW STATUS "
                + "LIKE 'wsrep_%'` there: wsrep_cluster_status has to be Primary and wsrep_ready ON.", error));
    }

    /** A server of its own is not ready for a cluster either. */
    private static boolean isOff(Connection connection) {
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SHOW GLOBAL VARIABLES LIKE 'wsrep_on'")) {
                if (!rows.next() || !"ON".equals(rows.getString(2))) {
                    return false;
                }
            }
            // Or the question would wait for what does not come.
            statement.execute("SET SESSION wsrep_sync_wait = 0");
            try (var rows = statement.executeQuery("SHOW STATUS LIKE 'wsrep_ready'")) {
                return rows.next() && "OFF".equals(rows.getString(2));
            } finally {
                statement.execute("SET SESSION wsrep_sync_wait = 15");
            }
        } catch (SQLException e) {
            return false;
        }
    }
}
