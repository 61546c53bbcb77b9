package restrack.database.server;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement about our tables.
 *
 * @param sql    its text, with question marks for values and nowhere else
 * @param values the values; null for NULL
 */
public record OwnStatement(String sql, List<Object> values) {
    public OwnStatement {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** {@return several as the server gets them in one text} */
    public static String joined(List<OwnStatement> statements) {
        return statements.stream().map(OwnStatement::sql).collect(Collectors.joining("; "));
    }

    /** Fills the question marks of a text in which some of them stand one behind the other. */
    public static void fill(PreparedStatement statement, List<OwnStatement> statements) throws SQLException {
        int place = 0;
        for (var each : statements) {
            for (var value : each.values()) {
                statement.setObject(++place, value);
            }
        }
    }

    /** {@return how many characters it has, its values included} */
    public int length() {
        return sql.length() + values.stream().mapToInt(it -> it instanceof String text ? text.length() : 0).sum();
    }
}
