package restrack.database.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import restrack.database.Client;
import restrack.sql.Pragma;
import restrack.sql.Statement;
import restrack.sql.Token;

/**
 * The {@code sqlite3} program. It reads line by line: it takes the carriage return from the end of a line, a line at
 * the beginning of a statement for a command if it starts with a dot, and a line that is only {@code /} or
 * {@code go} for the end of a statement, as other databases' programs do.
 */
final class SqliteShell implements Client {
    /** Pragmas of the session that change what a statement does, with their defaults. */
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("case_sensitive_like", "OFF");
        DEFAULTS.put("ignore_check_constraints", "OFF");
        DEFAULTS.put("legacy_alter_table", "OFF");
        DEFAULTS.put("query_only", "OFF");
        DEFAULTS.put("recursive_triggers", "OFF");
        DEFAULTS.put("reverse_unordered_selects", "OFF");
        DEFAULTS.put("trusted_schema", "ON");
        DEFAULTS.put("writable_schema", "OFF");
    }

    @Override
    public String prologue(boolean foreignKeys) {
        return ".bail on\n" + foreignKeys(foreignKeys);
    }

    private static String foreignKeys(boolean enforced) {
        return "PRAGMA foreign_keys = " + (enforced ? "ON;" : "OFF;");
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

    private static boolean aloneOnItsLine(List<Token> tokens, int i) {
        return i > 0 && i < tokens.size() - 1 && tokens.get(i - 1).text().contains("\n")
                && tokens.get(i + 1).isSpaceOrComment();
    }

    @Override
    public List<String> renewal(List<Statement> said, boolean foreignKeys) {
        var statements = new ArrayList<String>();
        var pragmas = pragmas(said);
        DEFAULTS.forEach((name, value) -> {
            if (pragmas.contains(name)) {
                statements.add("PRAGMA " + name + " = " + value + ";");
            }
        });
        if (pragmas.contains("foreign_keys")) {
            statements.add(foreignKeys(foreignKeys));
        }
        attached(said).forEach(name -> statements.add("DETACH " + name + ";"));
        return statements;
    }

    private static Set<String> pragmas(List<Statement> said) {
        var names = new LinkedHashSet<String>();
        for (var statement : said) {
            Pragma.of(statement).ifPresent(it -> names.add(it.name().toLowerCase(Locale.ROOT)));
        }
        return names;
    }

    /** The names of attached databases as they were written: the last token of ATTACH and of DETACH. */
    private static Set<String> attached(List<Statement> said) {
        var names = new LinkedHashSet<String>();
        for (var statement : said) {
            var name = statement.significant().get(statement.significant().size() - 1).text();
            if (statement.starts("ATTACH")) {
                names.add(name);
            } else if (statement.starts("DETACH")) {
                names.remove(name);
            }
        }
        return names;
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
