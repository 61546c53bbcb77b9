package restrack.database.postgres;

import java.util.List;
import java.util.OptionalInt;
import restrack.sql.Compound;
import restrack.sql.Syntax;
import restrack.sql.Syntax.Trait;
import restrack.sql.Token;

/** SQL as PostgreSQL reads it. */
final class PostgresSyntax {
    static final Syntax SYNTAX = Syntax.of(new NoCompound(), Trait.NESTED_COMMENTS);

    private PostgresSyntax() {
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
