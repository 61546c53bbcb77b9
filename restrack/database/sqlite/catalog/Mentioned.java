package restrack.database.sqlite.catalog;

import java.util.Optional;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Tokens;

/** Whether a text mentions a name: as a word or in any quotes, because SQLite takes all of them for names. */
public final class Mentioned {
    private Mentioned() {
    }

    public static boolean in(String text, String name) {
        return Tokens.of(text, SqliteSyntax.SQLITE).stream().anyMatch(it -> it.isName() && Name.same(it.name(), name));
    }

    public static boolean in(String text, Span span, String name) {
        return in(span.in(text), name);
    }

    /** {@return whether an index is over a column, or over an expression or rows that depend on it} */
    public static boolean by(CreateIndex index, String column) {
        return index.columns().stream().anyMatch(it -> in(index.text(), it.expression(), column))
                || index.where().filter(it -> in(index.text(), it, column)).isPresent();
    }

    /** {@return the index that an object of the schema is; nothing if it belongs to a constraint} */
    static Optional<CreateIndex> index(SchemaObject object) {
        return Optional.ofNullable(object.sql()).map(CreateIndex::parse);
    }
}
