package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.schema.Definition;
import restrack.schema.Detail;
import restrack.schema.Name;
import restrack.schema.Sql;

/**
 * A definition as a query finds it in the catalog.
 *
 * @param key    where the catalog has it: {@code pg_class:16401}
 * @param kind   what it is
 * @param name   its name; where tables have names of their own for such things, the key has the table before it
 * @param owner  the table or view that it is on
 * @param make   the statement that makes it
 * @param parts  what it consists of
 * @param beside the statements behind that, each with the one that takes it back
 */
record Found(String key, Definition.Kind kind, Name name, Optional<Name> owner, String make, List<String> parts,
        Map<String, String> beside) {
    /**
     * {@return what a query finds}
     *
     * @param query its columns are {@code key}, {@code kind}, {@code name}, {@code owner}, {@code make}, {@code parts},
     *              {@code beside} and {@code undo}; the last three are arrays
     */
    static List<Found> all(Connection connection, String query) throws SQLException {
        var found = new ArrayList<Found>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(of(rows));
            }
        }
        return found;
    }

    private static Found of(ResultSet row) throws SQLException {
        var owner = row.getString("owner");
        var beside = new LinkedHashMap<String, String>();
        var undo = texts(row, "undo");
        for (var text : texts(row, "beside")) {
            beside.put(text, undo.get(beside.size()));
        }
        return new Found(row.getString("key"), Definition.Kind.valueOf(row.getString("kind")),
                name(row.getString("name"), owner), Optional.ofNullable(owner).map(it -> new Name(it, it)),
                row.getString("make"), texts(row, "parts"), beside);
    }

    /** {@return a name} What has an owner has its name among those of the same owner only. */
    static Name name(String name, String owner) {
        return new Name(name, owner == null ? name : owner + "." + name);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** {@return the definition} What the server prints is the same for all that means the same. */
    Definition definition(Set<Name> needs) {
        var text = new StringBuilder(make);
        beside.keySet().forEach(it -> text.append(";\n").append(it));
        return new Definition(kind, name, owner, new Sql(text.toString(), text.toString()),
                new Detail(parts, beside, needs));
    }
}
