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
 * @param isAsked whether anything has to be
 * @param terms   all that has to differ together
 * @param where   which rows count
 */
record Uniqueness(boolean isAsked, List<Term> terms, Optional<String> where) {
    /**
     * A column or an expression.
     *
     * @param value     what is compared
     * @param collation how, if that is said; a column knows it otherwise
     * @param mentioned the columns that are mentioned, as far as that can be told
     * @param isColumn  whether it is a column
     */
    record Term(String value, Optional<String> collation, List<Name> mentioned, boolean isColumn) {
        String text() {
            return value + collation.map(it -> " COLLATE " + it).orElse("");
        }

        private boolean comparesAs(Name column) {
            return isColumn && collation.isEmpty() && mentioned.contains(column);
        }
    }

    static Uniqueness of(Index index) {
        var parsed = CreateIndex.parse(index.text());
        var text = index.text();
        return new Uniqueness(parsed.unique(), terms(text, parsed.columns()), parsed.where().map(it -> it.in(text)));
    }

    /** {@return what a primary key or a UNIQUE constraint asks} */
    static Uniqueness of(restrack.schema.Constraint constraint) {
        var text = "CREATE TABLE t (c, " + constraint.definition().text() + "\n)";
        var parsed = CreateTable.parse(text).constraints().get(0);
        var columns = parsed instanceof Constraint.PrimaryKey key ? key.columns()
                : ((Constraint.Unique) parsed).columns();
        return new Uniqueness(true, terms(text, columns), Optional.empty());
    }

    private static List<Term> terms(String text, List<IndexedColumn> columns) {
        return columns.stream().map(it -> term(text, it)).toList();
    }

    private static Term term(String text, IndexedColumn column) {
        var collation = column.collation().map(it -> Names.of(it.value()));
        return column.column().map(it -> new Term(Names.of(it.value()), collation,
                        List.of(SqliteNames.of(it.value())), true))
                .orElseGet(() -> new Term(column.expression().in(text), collation, Mentions.of(text,
                        column.expression()).stream().map(it -> SqliteNames.of(it.name().value())).toList(), false));
    }

    /** {@return whether a column that is compared otherwise makes a difference} */
    boolean comparesAs(Name column) {
        return terms.stream().anyMatch(it -> it.comparesAs(column));
    }

    /** {@return what is asked where a column has this collation} */
    Uniqueness with(Name column, String collation) {
        return new Uniqueness(isAsked, terms.stream().map(it -> it.comparesAs(column)
                ? new Term(it.value(), Optional.of(collation), it.mentioned(), true) : it).toList(), where);
    }

    /** {@return the terms with commas between them} */
    String text() {
        return String.join(", ", terms.stream().map(Term::text).toList());
    }

    /** {@return a condition that is true for rows that count} SQLite takes no two NULLs for the same. */
    String condition() {
        return String.join(" AND ", terms.stream().map(it -> it.value() + " IS NOT NULL").toList())
                + where.map(it -> " AND (" + it + ")").orElse("");
    }
}
