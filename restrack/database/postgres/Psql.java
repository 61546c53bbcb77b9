package restrack.database.postgres;

import java.util.List;
import restrack.database.Client;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * The {@code psql} program: PostgreSQL documentation, "psql". It puts in its own variables where a colon stands before
 * a name ({@code :HOST}), and a user's {@code .psqlrc} may have set it up in any way.
 */
final class Psql implements Client {
    private static final String SESSION = """
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SET TIME ZONE 'UTC';""";

    /** Foreign keys are always enforced. */
    @Override
    public String prologue(boolean foreignKeys) {
        return """
                \\set ON_ERROR_STOP on
                \\set AUTOCOMMIT on
                """ + SESSION;
    }

    @Override
    public String begin() {
        return "BEGIN;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public List<String> beforeChanges() {
        return List.of();
    }

    /** A space behind a colon means the same to PostgreSQL, and keeps psql from seeing a variable. */
    @Override
    public String statement(Statement statement) {
        var text = new StringBuilder();
        for (Token token : statement.tokens()) {
            boolean variable = token.kind() == TokenKind.PARAMETER && token.text().startsWith(":");
            text.append(variable ? ": " + token.text().substring(1) : token.isSymbol(':') ? ": " : token.text());
        }
        return text.append(';').toString();
    }

    @Override
    public List<String> renewal(List<Statement> said, boolean foreignKeys) {
        return new PostgresScriptRules(ServerKind.POSTGRES).outlasts(said).isEmpty() ? List.of()
                : List.of("DISCARD ALL;", SESSION);
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String now() {
        return "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
    }
}
