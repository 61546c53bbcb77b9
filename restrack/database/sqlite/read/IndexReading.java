package restrack.database.sqlite.read;

import java.util.List;
import java.util.Optional;
import restrack.MigrateException;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.MalformedException;
import restrack.schema.Index;
import restrack.schema.Sql;

/**
 * An index with its parts.
 *
 * @param index  the index
 * @param unique whether it is unique
 * @param parts  what it is over
 * @param where  the condition on its rows; empty if it is over all
 */
record IndexReading(Index index, boolean unique, List<KeyPart> parts, Optional<Sql> where) {
    /**
     * {@return an index of a table}
     *
     * @throws MigrateException {@code database_error} if its text is not that of an index
     */
    static IndexReading of(ParsedTable table, SchemaObject object) {
        try {
            return of(table, CreateIndex.parse(object.sql()));
        } catch (MalformedException e) {
            throw ParsedTable.unreadable(object, e.getMessage().replaceAll("\\.$", ""));
        }
    }

    /** {@return an index, as if it were one of that table} */
    static IndexReading of(ParsedTable table, CreateIndex create) {
        var spelling = table.spelling(create.text());
        var parts = create.columns().stream().map(it -> KeyPart.of(table, it, create.text(), spelling)).toList();
        Optional<Sql> where = create.where().map(it -> new Sql(it.in(create.text()), spelling.inside(it)));
        var unique = create.unique() ? "UNIQUE " : "";
        var list = KeyPart.list(parts);
        var text = unique + "ON " + Quoted.word(table.name()) + " (" + list.text() + ")"
                + where.map(it -> " WHERE " + it.text()).orElse("");
        var normal = unique + "ON " + SqliteNames.quoted(table.name()) + " (" + list.normal() + ")"
                + where.map(it -> " WHERE " + it.normal()).orElse("");
        var index = new Index(SqliteNames.of(create.name().value()), new Sql(text, normal),
                where.isEmpty() && parts.stream().allMatch(KeyPart::isPlain), create.text());
        return new IndexReading(index, create.unique(), parts, where);
    }

    /** {@return whether it asks of the rows what a UNIQUE constraint could ask} */
    boolean isConstraint() {
        return unique && where.isEmpty() && parts.stream().allMatch(it -> it.column().isPresent());
    }

    /** {@return the columns that it is over, if it is over columns} */
    List<restrack.schema.Name> columns() {
        return parts.stream().map(KeyPart::column).flatMap(Optional::stream).map(Column::name)
                .map(it -> SqliteNames.of(it.value())).toList();
    }
}
