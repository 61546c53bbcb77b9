package restrack.database.mariadb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import restrack.database.ScriptRules.Refusal;
import restrack.sql.Statement;
import restrack.sql.Token;

/**
 * What a script must not say for its session, because the toolkit reads and writes its own records in it: they would be
 * garbled, cut off, or not written at all.
 */
final class SharedSession {
    private static final String LETTERS = "the text of scripts is UTF-8, and so is what is recorded of them in the "
            + "same session";
    private static final String ANOTHER = "Leave it out, and save the file as UTF-8; of a value that is in other "
            + "letters say so at its place: _latin1 x'E4'.";

    /** What may be assigned to a variable, by its name; a variable of the user's own always may be. */
    private static final Map<String, Predicate<String>> ALLOWED = Map.of(
            "character_set_client", SharedSession::isUnicode, "character_set_connection", SharedSession::isUnicode,
            "character_set_results", SharedSession::isUnicode, "collation_connection", SharedSession::isUnicode,
            "sql_select_limit", it -> false, "completion_type", it -> it.equals("0") || it.equals("NO_CHAIN"),
            "tx_read_only", SharedSession::isOff, "transaction_read_only", SharedSession::isOff);

    private SharedSession() {
    }

    /** {@return why a statement cannot stand in a script, if it says such a thing} */
    static Optional<Refusal> refusal(Statement statement) {
        if (!statement.starts("SET") || statement.starts("SET", "STATEMENT")) {
            return Optional.empty();
        }
        var tokens = statement.significant();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            var refused = refusal(tokens, i);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(List<Token> tokens, int i) {
        var token = tokens.get(i);
        boolean first = i == 1 || tokens.get(i - 1).isSymbol(',');
        if (first && (token.is("NAMES") || token.is("CHARSET"))) {
            return isUnicode(value(tokens, i + 1)) ? Optional.empty() : letters();
        }
        if (first && token.is("CHARACTER") && tokens.get(i + 1).is("SET")) {
            return isUnicode(value(tokens, i + 2)) ? Optional.empty() : letters();
        }
        if (token.is("READ") && tokens.get(i + 1).is("ONLY")) {
            return Optional.of(new Refusal("the toolkit's own records could not be written", "Leave it out."));
        }
        var name = token.text().toLowerCase(Locale.ROOT).replaceFirst("^@@", "");
        if (!ALLOWED.containsKey(name) || !isAssignment(tokens.get(i + 1))) {
            return Optional.empty();
        }
        var value = value(tokens, i + 2);
        return value.equals("DEFAULT") || value.startsWith("@") || ALLOWED.get(name).test(value) ? Optional.empty()
                : name.startsWith("c") && !name.startsWith("completion") ? letters()
                : Optional.of(new Refusal("the toolkit's own records could not be read or written in this session",
                        "Leave it out, or say it of one statement: SET STATEMENT … FOR …."));
    }

    private static boolean isAssignment(Token token) {
        return token.isSymbol('=') || token.text().equals(":=");
    }

    /** {@return a value in capitals, without quotes; empty for what is missing} */
    private static String value(List<Token> tokens, int i) {
        return i < tokens.size() ? tokens.get(i).name().toUpperCase(Locale.ROOT) : "";
    }

    private static Optional<Refusal> letters() {
        return Optional.of(new Refusal(LETTERS, ANOTHER));
    }

    private static boolean isUnicode(String value) {
        return value.startsWith("UTF8") || value.startsWith("@") || value.equals("DEFAULT");
    }

    private static boolean isOff(String value) {
        return value.equals("0") || value.equals("OFF") || value.equals("FALSE");
    }
}
