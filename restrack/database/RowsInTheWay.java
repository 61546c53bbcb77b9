package restrack.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Looks for rows that a change would alter, or that a new constraint does not hold for, and shows some of them. */
public final class RowsInTheWay {
    private static final int SHOWN = 10;

    private RowsInTheWay() {
    }

    /** @throws MigrateException {@code hazard} or {@code rows_in_the_way}, with some of the rows and their number */
    public static void refuse(RowCheck check, Connection connection) throws SQLException {
        var shown = new ArrayList<String>();
        try (var query = connection.createStatement();
             var rows = query.executeQuery(check.rows() + " LIMIT " + (SHOWN + 1))) {
            while (rows.next()) {
                shown.add("\n    " + rows.getString(1));
            }
        }
        if (shown.isEmpty()) {
            return;
        }
        var more = "";
        if (shown.size() > SHOWN) {
            shown.remove(SHOWN);
            more = "\n    … " + count(check, connection) + " in all";
        }
        throw new MigrateException(check.hazard().isEmpty() ? ErrorKind.ROWS_IN_THE_WAY : ErrorKind.HAZARD,
                check.sentence() + ":" + String.join("", shown) + more, check.hint());
    }

    private static long count(RowCheck check, Connection connection) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT count(*) FROM (" + check.rows() + ") found")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
