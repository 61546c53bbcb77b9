package restrack.sql;

/**
 * A comment that says of the statement below it that it does no harm when it is run a second time:
 * {@code -- migrate:repeatable}. It is for statements that commit by themselves and leave nothing from which it could
 * be seen whether they have happened.
 */
public final class RepeatableLine {
    /** What such a comment says. */
    public static final String MARKER = "migrate:repeatable";

    private RepeatableLine() {
    }

    /** {@return whether a token is such a comment, alone on its line} */
    public static boolean is(Token token) {
        return token.kind() == TokenKind.LINE_COMMENT && token.beginsLine()
                && token.text().substring(2).strip().equals(MARKER);
    }
}
