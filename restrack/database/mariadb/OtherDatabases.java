package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.Excerpt;
import restrack.sql.Statement;
import restrack.sql.Token;

/**
 * Keeps what is only tried out of other databases: a statement that names one would change it, rows and all.
 *
 * @param own the database in which things are tried
 */
record OtherDatabases(String own) {
    /** Behind these words stands the name of something, with its database before it if one is named. */
    private static final Set<String> BEFORE_NAMES = Set.of("TABLE", "EXISTS", "INTO", "FROM", "JOIN", "UPDATE", "ON",
            "TO", "REFERENCES", "VIEW", "TRIGGER", "FUNCTION", "PROCEDURE", "EVENT", "SEQUENCE", "CALL", "LIKE",
            "REPLACE", "TRUNCATE", "IGNORE", "DELETE");
    private static final Set<String> OF_DATABASES = Set.of("DATABASE", "SCHEMA");

    /**
     * Looks at a statement before it runs.
     *
     * @throws MigrateException {@code bad_script} where it names another database
     */
    void refuse(Connection connection, Statement statement) throws SQLException {
        var named = named(statement);
        named.remove(own);
        if (!named.isEmpty()) {
            try (var query = connection.createStatement(); var rows = query.executeQuery("SHOW DATABASES")) {
                while (rows.next()) {
                    if (named.contains(rows.getString(1))) {
                        throw refused(statement, rows.getString(1));
                    }
                }
            }
        }
    }

    private static MigrateException refused(Statement statement, String name) {
        return new MigrateException(ErrorKind.BAD_SCRIPT, "`" + Excerpt.of(statement) + "` names the database " + name
                + ". It is tried in a database of its own first, and would change that one.",
                "Leave the name of the database out: scripts and models are about the database of the URL.");
    }

    /** What may be the name of a database, as far as the words tell. */
    private static Set<String> named(Statement statement) {
        var names = new HashSet<String>();
        var tokens = statement.significant();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean said = i == 0 && tokens.get(i).is("USE") || OF_DATABASES.stream().anyMatch(tokens.get(i)::is);
            if (said && tokens.get(i + 1).isName()) {
                names.add(last(tokens, i).name());
            } else if (i + 3 < tokens.size() && isBeforeName(tokens.get(i)) && tokens.get(i + 1).isName()
                    && tokens.get(i + 2).isSymbol('.')) {
                names.add(tokens.get(i + 1).name());
            }
        }
        return names;
    }

    /** DATABASE IF NOT EXISTS name. */
    private static Token last(List<Token> tokens, int word) {
        int at = word + 1;
        while (at + 1 < tokens.size() && (tokens.get(at).is("IF") || tokens.get(at).is("NOT")
                || tokens.get(at).is("EXISTS"))) {
            at++;
        }
        return tokens.get(at);
    }

    private static boolean isBeforeName(Token token) {
        return BEFORE_NAMES.stream().anyMatch(token::is) || token.isSymbol(',');
    }
}
