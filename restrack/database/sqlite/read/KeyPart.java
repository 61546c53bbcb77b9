package restrack.database.sqlite.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.schema.Sql;

/**
 * What a key, a UNIQUE constraint or an index is over: a column or an expression.
 *
 * @param column     the column; empty for an expression
 * @param expression the expression, or the column, alone
 * @param collation  the collation that is not the column's own, as it is written; empty if it is, or none is named
 * @param descending whether it is in descending order
 */
record KeyPart(Optional<Column> column, Sql expression, Optional<String> collation, boolean descending) {
    /** {@return a part that is a column alone} */
    static KeyPart of(Column column, boolean descending) {
        return new KeyPart(Optional.of(column), name(column), Optional.empty(), descending);
    }

    /**
     * {@return a part as it stands in a list}
     *
     * @param table    the table that it is of
     * @param text     the text that it is in
     * @param spelling the same text
     */
    static KeyPart of(ParsedTable table, IndexedColumn part, String text, Spelling spelling) {
        Optional<Column> column = part.column().flatMap(it -> table.create().column(it.value()));
        var expression = column.map(KeyPart::name)
                .orElseGet(() -> new Sql(part.expression().in(text), "(" + spelling.inside(part.expression()) + ")"));
        var own = column.map(ParsedTable::collation);
        return new KeyPart(column, expression, part.collation().map(it -> it.value())
                .filter(it -> own.isEmpty() || !own.get().equalsIgnoreCase(it)), part.descending());
    }

    private static Sql name(Column column) {
        return new Sql(Quoted.word(column.name().value()), SqliteNames.quoted(column.name().value()));
    }

    /** {@return whether it is a column, in its own collation} */
    boolean isPlain() {
        return column.isPresent() && collation.isEmpty();
    }

    /** {@return several parts, separated by commas} */
    static Sql list(List<KeyPart> parts) {
        return new Sql(parts.stream().map(KeyPart::text).collect(Collectors.joining(", ")),
                parts.stream().map(KeyPart::normal).collect(Collectors.joining(", ")));
    }

    private String text() {
        return expression.text() + collation.map(it -> " COLLATE " + Quoted.word(it)).orElse("") + order();
    }

    private String normal() {
        return expression.normal() + collationKey().map(it -> " COLLATE " + it).orElse("") + order();
    }

    /** {@return the collation as SQLite compares its name} */
    Optional<String> collationKey() {
        return collation.map(it -> it.toUpperCase(Locale.ROOT));
    }

    private String order() {
        return descending ? " DESC" : "";
    }
}
