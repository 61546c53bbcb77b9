package restrack.database.sqlite.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is in a database, as {@code sqlite_schema} has it.
 *
 * @param objects its rows, in the order of the schema
 */
public record Catalog(List<SchemaObject> objects) {
    public static Catalog of(Connection connection) throws SQLException {
        var objects = new ArrayList<SchemaObject>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(
                "SELECT rowid, type, name, tbl_name, rootpage, sql FROM main.sqlite_schema ORDER BY rowid")) {
            while (rows.next()) {
                objects.add(new SchemaObject(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4),
                        rows.getLong(5), rows.getString(6)));
            }
        }
        return new Catalog(List.copyOf(objects));
    }

    public Optional<SchemaObject> table(String name) {
        return objects.stream().filter(it -> it.isTable() && it.name().equalsIgnoreCase(name)).findFirst();
    }

    public Optional<SchemaObject> index(String name) {
        return objects.stream().filter(it -> it.isIndex() && it.name().equalsIgnoreCase(name)).findFirst();
    }

    public List<SchemaObject> indexesOf(String table) {
        return objects.stream().filter(it -> it.isIndex() && it.table().equalsIgnoreCase(table)).toList();
    }

    private boolean isMentioned(String name) {
        return objects.stream().anyMatch(it -> it.sql() != null && it.sql().contains(name));
    }

    /** {@return a name that nothing has yet, made of this one} */
    public String free(String wanted) {
        var taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        objects.forEach(it -> taken.add(it.name()));
        var name = wanted;
        // Not one either that a foreign key or a view is waiting for.
        for (int i = 2; taken.contains(name) || isMentioned(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
