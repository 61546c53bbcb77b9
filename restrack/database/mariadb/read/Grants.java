package restrack.database.mariadb.read;

import java.sql.Connection;
import java.sql.SQLException;

/** Rights that an account lacks, as the statements that give them. */
public final class Grants {
    private static final int NO_RIGHT = 1044;

    private Grants() {
    }

    /** {@return whether an error says that this account may not use, or make, a database} */
    public static boolean isMissing(SQLException error) {
        return error.getErrorCode() == NO_RIGHT;
    }

    /**
     * {@return a sentence with the statement that lets the account of a connection make databases whose names begin so}
     * An account has the host from which it connects in its name.
     */
    public static String databases(Connection connection, String prefix) {
        return "Grant it, and nothing else: GRANT ALL ON `" + prefix.replace("_", "\\_") + "%`.* TO "
                + account(connection) + ";";
    }

    private static String account(Connection connection) {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT current_user()")) {
            rows.next();
            var account = rows.getString(1);
            int at = account.lastIndexOf('@');
            return quoted(account.substring(0, at)) + "@" + quoted(account.substring(at + 1));
        } catch (SQLException e) {
            return "USER";
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
