package restrack.database.mariadb;

import java.util.List;
import java.util.OptionalInt;
import restrack.sql.Compound;
import restrack.sql.Syntax;
import restrack.sql.Syntax.Trait;
import restrack.sql.Token;

/** SQL as MariaDB reads it. */
final class MariaSyntax {
    static final Syntax SYNTAX = Syntax.of(new NoCompound(), Trait.BACKTICK_NAMES, Trait.BACKSLASH_ESCAPES, Trait.HASH_COMMENTS);

    private MariaSyntax() {
    }

    private static final class NoCompound implements Compound {
        @Override
        public boolean begins(List<Token> tokens, int first) {
            return false;
        }

        @Override
        public OptionalInt close(List<Token> tokens, int first) {
            return OptionalInt.empty();
        }
    }
}
