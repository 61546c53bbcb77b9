package restrack.database.postgres;

import java.sql.SQLException;
import java.util.Set;

/** What an error is, by its SQLSTATE: PostgreSQL documentation, Appendix A, "PostgreSQL Error Codes". */
final class PostgresState {
    static final String ACTIVE_TRANSACTION = "25001";
    static final String READ_ONLY = "25006";
    static final String FAILED_TRANSACTION = "25P02";
    static final String INVALID_TERMINATION = "2D000";
    static final String BAD_PASSWORD = "28P01";
    static final String NO_SUCH_DATABASE = "3D000";
    static final String NO_PERMISSION = "42501";
    static final String DISK_FULL = "53100";
    static final String OUT_OF_MEMORY = "53200";
    static final String TOO_MANY_CONNECTIONS = "53300";
    static final String DEPENDENTS = "2BP01";
    static final String CANCELED = "57014";
    static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String UNIQUE_VIOLATION = "23505";
    /** Shut down by an administrator, crashed, database dropped. */
    private static final Set<String> SERVER_GONE = Set.of("57P01", "57P02", "57P04");

    private PostgresState() {
    }

    static String of(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    /** {@return whether a lock was not to be had in time} */
    static boolean isLockTimeout(SQLException error) {
        return of(error).equals(LOCK_NOT_AVAILABLE);
    }

    /** {@return whether transactions were in each other's way, so that this one was chosen to give in} */
    static boolean isConflict(SQLException error) {
        return of(error).equals(DEADLOCK) || of(error).equals(SERIALIZATION_FAILURE) || isCatalogRace(error);
    }

    /** Two that create the same object at the same moment meet in an index of the catalog, not in a sentence. */
    private static boolean isCatalogRace(SQLException error) {
        return of(error).equals(UNIQUE_VIOLATION) && PostgresMessage.of(error).schema().equals("pg_catalog");
    }

    /** {@return whether the connection is gone} */
    static boolean isLost(SQLException error) {
        return of(error).startsWith("08") || SERVER_GONE.contains(of(error));
    }
}
