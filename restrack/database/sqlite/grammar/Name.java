package restrack.database.sqlite.grammar;

/**
 * A name as a statement writes it.
 *
 * @param value the name itself, without quotes
 * @param span  where it stands, quotes included
 */
public record Name(String value, Span span) {
    /** {@return whether this is the other name as SQLite compares them: the case of A to Z does not matter} */
    public boolean is(String other) {
        return same(value, other);
    }

    /** {@return whether two names are one to SQLite, which tells É from é but not E from e} */
    public static boolean same(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (lower(one.charAt(i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
}
