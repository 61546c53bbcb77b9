package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.draft.RowCheck;

/** Looks for rows that a change would alter, or that a new constraint does not hold for, and shows some of them. */
final class RowsInTheWay {
    private static final int SHOWN = 10;

    private final Connection connection;
    private final Set<String> allowed;

    RowsInTheWay(Connection connection, Set<String> allowed) {
        this.connection = connection;
        this.allowed = allowed;
    }

    /** @throws MigrateException {@code hazard} or {@code rows_in_the_way}, with some of the rows and their number */
    void refuse(Step step) throws SQLException {
        for (var check : step.checks()) {
            if (!check.isAllowed(allowed)) {
                refuse(check);
            }
        }
    }

    /** @throws MigrateException as above */
    void refuse(RowCheck check) throws SQLException {
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
            more = "\n    … " + count(check) + " in all";
            shown.remove(SHOWN);
        }
        throw new MigrateException(check.hazard().isEmpty() ? ErrorKind.ROWS_IN_THE_WAY : ErrorKind.HAZARD,
                check.sentence() + ":" + String.join("", shown) + more, check.hint());
    }

    private long count(RowCheck check) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT count(*) FROM (" + check.rows() + ")")) {
            return rows.getLong(1);
        }
    }
}
