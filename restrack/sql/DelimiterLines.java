package restrack.sql;

import java.util.Locale;

/**
 * Lines such as {@code DELIMITER //}, by which scripts for the {@code mysql} and {@code mariadb} programs say what ends
 * a statement from there on, so that the semicolons of a body do not (MariaDB documentation, "Delimiters"). Each way of
 * a script begins with {@code ;} anew.
 */
final class DelimiterLines {
    private static final String WORD = "delimiter";

    private final String text;
    private final boolean active;
    /** What ends a statement instead of the semicolon; empty for the semicolon. */
    private String delimiter = "";
    private boolean betweenStatements = true;

    /** @param active whether the syntax has such lines */
    DelimiterLines(String text, boolean active) {
        this.text = text;
        this.active = active;
    }

    /** {@return whether the delimiter that a script has named stands here} */
    boolean isAt(int at) {
        return active && !delimiter.isEmpty() && text.startsWith(delimiter, at);
    }

    /** {@return the end of the delimiter that begins here, or of the line that names one; here if neither does} */
    int endAt(int at) {
        if (isAt(at)) {
            return at + delimiter.length();
        }
        if (!active || !betweenStatements || !isLine(at)) {
            return at;
        }
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private boolean isLine(int at) {
        int behind = at + WORD.length();
        return text.regionMatches(true, at, WORD, 0, WORD.length()) && behind < text.length()
                && (text.charAt(behind) == ' ' || text.charAt(behind) == '\t');
    }

    /** Is told each token, in order. */
    void pass(Token token) {
        if (!active || token.kind() == TokenKind.SPACE || token.isComment() && !isMarker(token)) {
            return;
        }
        betweenStatements = token.isComment() || token.endsStatement();
        if (token.isComment()) {
            delimiter = "";
        } else if (isCommand(token)) {
            var named = token.text().substring(WORD.length()).strip().split("\\s+")[0];
            delimiter = named.equals(";") ? "" : named;
        }
    }

    /** {@return whether a token is the line that names a delimiter, and not the delimiter} */
    static boolean isCommand(Token token) {
        return token.kind() == TokenKind.DELIMITER && token.length() > WORD.length()
                && token.text().toLowerCase(Locale.ROOT).startsWith(WORD);
    }

    /** Between the ways of a script a semicolon may be left out. */
    private static boolean isMarker(Token comment) {
        if (comment.kind() != TokenKind.LINE_COMMENT || !comment.beginsLine()) {
            return false;
        }
        var words = comment.commentWords();
        return words.startsWith("migrate:up") || words.startsWith("migrate:down");
    }
}
