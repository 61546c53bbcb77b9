package restrack.database.sqlite.render;

import java.util.List;
import java.util.Optional;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.read.SqliteNames;
import restrack.schema.Index;
import restrack.schema.Name;

/**
 * What has to be different in each row.
 *
 * @param isAsked   whether anything has to be
 * @param terms     the columns and expressions, with the collations that are named
 * @param mentioned the columns that they mention, as far as that can be told
 * @param where     which rows count
 */
record Uniqueness(boolean isAsked, List<String> terms, List<Name> mentioned, Optional<String> where) {
    static Uniqueness of(Index index) {
        var parsed = CreateIndex.parse(index.text());
        var text = index.text();
        return new Uniqueness(parsed.unique(), terms(text, parsed.columns()), parsed.columns().stream()
                .flatMap(it -> it.column().isPresent() ? it.column().stream()
                        : Mentions.of(text, it.expression()).stream().map(mention -> mention.name()))
                .map(it -> SqliteNames.of(it.value())).toList(), parsed.where().map(it -> it.in(text)));
    }

    /** {@return what a primary key or a UNIQUE constraint asks} */
    static Uniqueness of(restrack.schema.Constraint constraint) {
        var text = "CREATE TABLE t (c, " + constraint.definition().text() + "\n)";
        var parsed = CreateTable.parse(text).constraints().get(0);
        var columns = parsed instanceof Constraint.PrimaryKey key ? key.columns()
                : ((Constraint.Unique) parsed).columns();
        return new Uniqueness(true, terms(text, columns), constraint.columns(), Optional.empty());
    }

    private static List<String> terms(String text, List<IndexedColumn> columns) {
        return columns.stream().map(it -> it.column().map(column -> Names.of(column.value()))
                .orElseGet(() -> it.expression().in(text))
                + it.collation().map(collation -> " COLLATE " + Names.of(collation.value())).orElse("")).toList();
    }
}
