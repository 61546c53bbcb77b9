package restrack.database.sqlite.grammar;

import java.util.Optional;

/**
 * What an index, a key or a UNIQUE constraint is over: a column, or in an index also an expression.
 *
 * @param span       all of it, {@code COLLATE} and {@code DESC} included
 * @param expression the column or expression alone
 * @param column     the column, also if it stands in parentheses; empty for an expression
 * @param collation  the collation named here; empty if none is
 * @param descending whether {@code DESC} is said
 */
public record IndexedColumn(Span span, Span expression, Optional<Name> column, Optional<Name> collation,
        boolean descending) {
}
