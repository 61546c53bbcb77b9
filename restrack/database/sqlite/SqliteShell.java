package restrack.database.sqlite;

import java.util.List;
import restrack.database.Client;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * The {@code sqlite3} program. It reads line by line: it takes the carriage return from the end of a line, a line at
 * the beginning of a statement for a command if it starts with a dot, and a line that is only {@code /} or
 * {@code go} for the end of a statement, as other databases' programs do.
 */
final class SqliteShell implements Client {
    @Override
    public String prologue(boolean foreignKeys) {
        return ".bail on\n" + SqliteSession.foreignKeys(foreignKeys);
    }

    @Override
    public List<String> beforeChanges() {
        return List.of(".dbconfig defensive off", ".dbconfig dqs_ddl on", ".dbconfig dqs_dml on",
                ".dbconfig trusted_schema on");
    }

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public String statement(Statement statement) {
        var text = new StringBuilder();
        var tokens = statement.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (i == 0 && (token.text().startsWith(".") || token.text().startsWith("#"))) {
                text.append(' ');
            } else if (aloneOnItsLine(tokens, i) && (token.isSymbol('/') || token.is("GO"))) {
                text.append("/**/");
            }
            text.append(token.text());
        }
        return text.toString().replace("\r\n", "\r\r\n") + ";";
    }

    /** Whether a line begins and ends with this token, but for white space and comments behind it. */
    private static boolean aloneOnItsLine(List<Token> tokens, int i) {
        int before = i - 1;
        while (before >= 0 && isBlank(tokens.get(before))) {
            before--;
        }
        int after = i + 1;
        while (after < tokens.size() && (isBlank(tokens.get(after)) || isShortComment(tokens.get(after)))) {
            after++;
        }
        return before >= 0 && after < tokens.size() && endsLine(tokens.get(before)) && endsLine(tokens.get(after));
    }

    private static boolean isBlank(Token token) {
        return token.kind() == TokenKind.SPACE && !token.text().contains("\n");
    }

    private static boolean isShortComment(Token token) {
        return token.kind() == TokenKind.BLOCK_COMMENT && !token.text().contains("\n");
    }

    private static boolean endsLine(Token token) {
        return token.kind() == TokenKind.SPACE || token.kind() == TokenKind.LINE_COMMENT;
    }

    @Override
    public List<String> renewal(List<Statement> said, boolean foreignKeys) {
        return SqliteSession.renewal(said, foreignKeys);
    }

    @Override
    public String literal(String text) {
        var unmarked = text;
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (char code : new char[] {'\r', '\0'}) {
            if (unmarked.indexOf(code) >= 0) {
                var marker = marker(code == '\r' ? "\\r" : "\\0", unmarked);
                unmarked = unmarked.replace(String.valueOf(code), marker);
                before.append("replace(");
                after.insert(0, ", '" + marker + "', char(" + (int) code + "))");
            }
        }
        return before + "'" + unmarked.replace("'", "''") + "'" + after;
    }

    /** {@return something that does not stand in the text} Only its first character is a backslash. */
    private static String marker(String wanted, String text) {
        var marker = wanted;
        for (int i = 1; text.contains(marker); i++) {
            marker = wanted + i + ".";
        }
        return marker;
    }

    @Override
    public String now() {
        return "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
    }
}
