package restrack.database.sqlite.grammar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import restrack.sql.Tokens;

/**
 * A column of a table.
 *
 * @param name        its name
 * @param typeSpan    the words of its type, with what stands in parentheses behind them; empty if it has no type
 * @param type        the type as written, comments inside included; an empty string if it has none
 * @param constraints its constraints, in the order of the text
 * @param span        from its name to the end of its last constraint
 */
public record Column(Name name, Optional<Span> typeSpan, String type, List<Constraint> constraints, Span span) {
    /** The lists are copied. */
    public Column {
        constraints = List.copyOf(constraints);
    }

    /**
     * {@return the type as SQLite takes it, with its affinity, and its pragmas give it back} If it begins with a
     * quote, its first and its last character do not count; and if there is another quote inside, nothing behind the
     * first quoted word does. (The commonest types the pragmas give in upper case.)
     */
    public String declaredType() {
        if (type.length() < 2 || !isQuote(type.charAt(0))) {
            return type;
        }
        String inside = type.substring(1, type.length() - 1);
        return inside.chars().anyMatch(Column::isQuote) ? Tokens.of(type, SqliteSyntax.SQLITE).get(0).name() : inside;
    }

    private static boolean isQuote(int c) {
        return c == '\'' || c == '"' || c == '`' || c == '[';
    }

    /** {@return its constraints of one kind, in the order of the text} */
    public <T extends Constraint> Stream<T> constraints(Class<T> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** {@return whether what is in it is computed} */
    public boolean isGenerated() {
        return constraints(Constraint.Generated.class).findAny().isPresent();
    }

    /** {@return the place right behind its type, or its name if it has none} */
    public int behindType() {
        return typeSpan.orElse(name.span()).end();
    }
}
