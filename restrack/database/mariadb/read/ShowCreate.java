package restrack.database.mariadb.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Asks for the statements that make things: many at once, for each question is a way to the server and back. */
final class ShowCreate {
    private static final int AT_ONCE = 100;

    private final Connection connection;

    ShowCreate(Connection connection) {
        this.connection = connection;
    }

    /**
     * {@return the statements by the names of what they make, in their order}
     *
     * @param kind   TABLE, VIEW, SEQUENCE, FUNCTION, PROCEDURE or EVENT
     * @param column the number of the column of the answer in which the statement stands
     * @throws MigrateException {@code database_error} for a text that this user may not read
     */
    Map<String, String> statements(String kind, int column, List<String> names) throws SQLException {
        var statements = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i += AT_ONCE) {
            var some = names.subList(i, Math.min(i + AT_ONCE, names.size()));
            var texts = texts(kind, column, some);
            for (int k = 0; k < some.size(); k++) {
                statements.put(some.get(k), texts.get(k));
            }
        }
        for (var it : statements.entrySet()) {
            if (it.getValue() == null) {
                throw new MigrateException(ErrorKind.DATABASE_ERROR, "The text of the " + kind.toLowerCase() + " "
                        + it.getKey() + " may not be read by this user.",
                        "Grant it: GRANT SELECT ON mysql.proc TO the user; for views, SHOW VIEW on the database.");
            }
        }
        return statements;
    }

    private List<String> texts(String kind, int column, List<String> names) throws SQLException {
        var questions = names.stream().map(it -> "SHOW CREATE " + kind + " " + MariaNames.quoted(it)).toList();
        if (questions.size() > 1) {
            try {
                return ask("BEGIN NOT ATOMIC " + questions.stream().collect(Collectors.joining("; ", "", "; END")),
                        column);
            } catch (SQLSyntaxErrorException e) {
                // MySQL has no blocks outside of routines: one by one.
                connection.clearWarnings();
            }
        }
        var texts = new ArrayList<String>();
        for (var question : questions) {
            texts.addAll(ask(question, column));
        }
        return texts;
    }

    private List<String> ask(String question, int column) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            boolean answered = statement.execute(question);
            while (answered || statement.getUpdateCount() >= 0) {
                if (answered) {
                    try (var rows = statement.getResultSet()) {
                        while (rows.next()) {
                            texts.add(rows.getString(column));
                        }
                    }
                }
                answered = statement.getMoreResults();
            }
        }
        return texts;
    }
}
