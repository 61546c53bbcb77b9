package restrack.database.sqlite.keep;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import restrack.database.sqlite.catalog.Said;

/** What was put aside does not fit where it came from. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    /** The base codes; the first is also that of a collation or function which only the application has. */
    private static final Set<Integer> OF_VALUES = Set.of(SQLiteErrorCode.SQLITE_ERROR.code,
            SQLiteErrorCode.SQLITE_CONSTRAINT.code, SQLiteErrorCode.SQLITE_MISMATCH.code);

    Unfit(String why) {
        super(why, null, false, false);
    }

    /**
     * {@return what an error says of the values}
     *
     * @throws SQLException the error, if it is about something else
     */
    static Unfit of(SQLException error) throws SQLException {
        if (!OF_VALUES.contains(error.getErrorCode())) {
            throw error;
        }
        return new Unfit(Said.by(error));
    }
}
