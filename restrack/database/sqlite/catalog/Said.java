package restrack.database.sqlite.catalog;

import java.sql.SQLException;

/** What SQLite itself said. */
public final class Said {
    private Said() {
    }

    /** {@return SQLite's words} The driver says {@code [CODE] explanation (what SQLite said)}. */
    public static String by(SQLException error) {
        var message = String.valueOf(error.getMessage());
        int open = message.indexOf(" (");
        int close = message.lastIndexOf(')');
        return message.startsWith("[SQLITE_") && open > 0 && close > open ? message.substring(open + 2, close)
                : message;
    }
}
