package restrack.graph;

import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/** What an id or a branch label may be called, so that every target can be told apart from every other. */
public final class Names {
    private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");
    private static final String FORBIDDEN = "@-+:,";

    private Names() {
    }

    /**
     * Checks one name.
     *
     * @param what "revision id" or "branch label"
     * @param name the name
     * @return the name
     * @throws MigrateException ILLEGAL_CHARS when targets give another meaning to the name or a character of it
     */
    public static String legal(String what, String name) {
        if (name.isEmpty()) {
            throw illegal("A " + what + " is empty.");
        }
        if (WORDS.contains(name)) {
            throw illegal("'" + name + "' cannot be a " + what + ": targets use the word.");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                continue;
            }
            if (FORBIDDEN.indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isISOControl(c)) {
                throw illegal("The " + what + " '" + name + "' contains "
                        + (FORBIDDEN.indexOf(c) >= 0 ? "'" + c + "'" : "white space") + ", which it may not.");
            }
        }
        return name;
    }

    private static MigrateException illegal(String message) {
        return new MigrateException(ErrorKind.ILLEGAL_CHARS, message,
                "Use letters, digits, '_' and '.', and none of the words head, heads, base and current.");
    }
}
