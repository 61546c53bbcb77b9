package restrack.database.sqlite.catalog;

import java.util.Collection;
import java.util.List;

/** Statements that write into {@code sqlite_schema}, between {@code writable_schema = ON} and {@code RESET}. */
public final class SchemaEdit {
    private SchemaEdit() {
    }

    /** {@return what gives an object another text} */
    public static String text(String type, String name, String sql) {
        return "UPDATE main.sqlite_schema SET sql = %s WHERE type = %s AND name = %s".formatted(
                Quoted.text(sql), Quoted.text(type), Quoted.text(name));
    }

    /**
     * {@return what exchanges the b-trees of two tables} Each gets the sum of both root pages less its own; SQLite
     * computes a subquery that does not depend on the row once, before the first row is written.
     */
    public static String exchange(String one, String other) {
        var both = "type = 'table' AND name IN (" + Quoted.texts(List.of(one, other)) + ")";
        return "UPDATE main.sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM main.sqlite_schema WHERE " + both
                + ") - rootpage WHERE " + both;
    }

    /** {@return what makes an ordinary index one that belongs to a constraint} */
    public static String makeAutomatic(String index, String automatic) {
        return "UPDATE main.sqlite_schema SET name = %s, sql = NULL WHERE type = 'index' AND name = %s".formatted(
                Quoted.text(automatic), Quoted.text(index));
    }

    /** {@return what makes an index that belongs to a constraint an ordinary one, which can be dropped} */
    public static String makeOrdinary(String automatic, String index, String table, String column) {
        var sql = "CREATE INDEX " + Quoted.name(index) + " ON " + Quoted.name(table) + " (" + Quoted.name(column) + ")";
        return "UPDATE main.sqlite_schema SET name = %s, sql = %s WHERE type = 'index' AND name = %s".formatted(
                Quoted.text(index), Quoted.text(sql), Quoted.text(automatic));
    }

    /** {@return what renames indexes, all at once, so that two can exchange their names} */
    public static String rename(String table, String column, Collection<Renamed> names) {
        var cases = new StringBuilder();
        names.forEach(it -> cases.append(" WHEN ").append(Quoted.text(it.from())).append(" THEN ")
                .append(Quoted.text(it.to())));
        return "UPDATE %s SET %2$s = CASE %2$s%3$s END WHERE %2$s IN (%4$s)".formatted(table, column, cases,
                Quoted.texts(names.stream().map(Renamed::from).toList()));
    }

    /** An index and its new name. */
    public record Renamed(String from, String to) {
    }
}
