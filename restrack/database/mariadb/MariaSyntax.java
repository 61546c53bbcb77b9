package restrack.database.mariadb;

import restrack.sql.Syntax;
import restrack.sql.Syntax.Trait;

/**
 * SQL as MariaDB and MySQL read it, with {@code ANSI_QUOTES} and {@code NO_BACKSLASH_ESCAPES} off, as sessions of the
 * toolkit have it; and {@code DELIMITER} lines, which their programs know.
 */
public final class MariaSyntax {
    /** Its tokens, and its statements that contain others. */
    public static final Syntax SYNTAX = Syntax.of(new MariaCompound(), Trait.BACKTICK_NAMES, Trait.BACKSLASH_ESCAPES,
            Trait.HASH_COMMENTS, Trait.DOUBLE_QUOTED_STRINGS, Trait.SPACED_LINE_COMMENTS, Trait.CONDITIONAL_COMMENTS,
            Trait.AT_VARIABLES, Trait.DELIMITER_LINES);

    private MariaSyntax() {
    }
}
