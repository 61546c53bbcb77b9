package restrack.database.sqlite.grammar;

import java.util.List;
import java.util.Optional;

/**
 * A {@code CREATE INDEX} as it was written.
 *
 * @param text        the whole text
 * @param unique      whether UNIQUE is said
 * @param ifNotExists whether IF NOT EXISTS is said
 * @param schema      the schema before the dot
 * @param name        the name of the index
 * @param table       the table that it is on
 * @param columns     what it is over, in order
 * @param where       the condition of a partial index, from its first to its last token
 */
public record CreateIndex(String text, boolean unique, boolean ifNotExists, Optional<Name> schema, Name name,
        Name table, List<IndexedColumn> columns, Optional<Span> where) {
    /** The list is copied. */
    public CreateIndex {
        columns = List.copyOf(columns);
    }

    /**
     * {@return the statement that the text is}
     *
     * @throws MalformedException if it is no CREATE INDEX, or more than one statement
     */
    public static CreateIndex parse(String text) {
        var in = Reader.of(text);
        in.expect("CREATE");
        boolean unique = in.accept("UNIQUE");
        in.expect("INDEX");
        boolean ifNotExists = in.accept("IF", "NOT", "EXISTS");
        QualifiedName name = QualifiedName.read(in, "the name of an index");
        in.expect("ON");
        Name table = in.name("the name of a table");
        List<IndexedColumn> columns = in.list(IndexedColumnReader::read);
        Optional<Span> where = in.accept("WHERE") ? Optional.of(Reader.span(in.expression("a condition")))
                : Optional.empty();
        in.expectEnd();
        return new CreateIndex(text, unique, ifNotExists, name.schema(), name.name(), table, columns, where);
    }
}
