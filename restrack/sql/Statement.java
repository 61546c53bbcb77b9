package restrack.sql;

import java.util.List;

/**
 * One statement of a text.
 *
 * @param text        what the database is given: from the first to the last token that counts, without the
 *                    semicolon behind it; comments inside are kept
 * @param offset      where it begins in the text that it was cut from
 * @param line        on which line of that text it begins, counted from 1
 * @param tokens      its tokens, those of {@code text} exactly
 * @param significant its tokens without white space and comments; never empty
 */
public record Statement(String text, int offset, int line, List<Token> tokens, List<Token> significant) {
    /** {@return whether it begins with these keywords, in any case, whatever comments stand between them} */
    public boolean starts(String... words) {
        if (significant.size() < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!significant.get(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@return a cursor before its first significant token} */
    public TokenCursor cursor() {
        return new TokenCursor(significant);
    }
}
