package restrack.database.postgres;

import restrack.sql.Syntax;
import restrack.sql.Syntax.Trait;

/** SQL as PostgreSQL reads it: PostgreSQL documentation, "Lexical Structure". */
final class PostgresSyntax {
    static final Syntax SYNTAX = Syntax.of(new PostgresCompound(), Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES,
            Trait.ESCAPE_STRINGS, Trait.FREE_OPERATORS, Trait.BACKSLASH_COMMANDS,
            Trait.FOLDED_NAMES);

    private PostgresSyntax() {
    }
}
