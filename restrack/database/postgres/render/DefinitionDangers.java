package restrack.database.postgres.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.database.Danger;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Change;
import restrack.schema.Definition;

/** What rows have against changes of types: values that an enum has no more. */
public final class DefinitionDangers {
    private static final String COLUMNS = """
            SELECT r.relname, a.attname, a.atttypid <> t.oid AS many
            FROM pg_type t JOIN pg_attribute a ON a.atttypid IN (t.oid, t.typarray)
            JOIN pg_class r ON r.oid = a.attrelid AND r.relkind IN ('r', 'p') AND NOT r.relispartition
            WHERE t.typname = ? AND t.typnamespace = current_schema()::regnamespace AND NOT a.attisdropped
            ORDER BY r.relname, a.attnum
            """;

    private final Connection connection;

    /** @param connection to the database with the rows */
    public DefinitionDangers(Connection connection) {
        this.connection = connection;
    }

    /** {@return what the rows that are there now have against a change of something that is no table} */
    public List<Danger> of(Change.OfDefinition change) throws SQLException {
        var dangers = new ArrayList<Danger>();
        if (change instanceof Change.Redefine it && it.from().kind() == Definition.Kind.ENUM) {
            for (var value : it.from().detail().parts()) {
                if (!it.to().detail().parts().contains(value)) {
                    dangers.addAll(rowsWith(value, it.from()));
                }
            }
        }
        return dangers;
    }

    private List<Danger> rowsWith(String value, Definition type) throws SQLException {
        var dangers = new ArrayList<Danger>();
        try (var query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, type.name().text());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var column = Quoted.name(rows.getString("attname"));
                    var where = rows.getBoolean("many") ? Quoted.string(value) + " = ANY (" + column + ")"
                            : column + " = " + Quoted.string(value);
                    var from = " FROM " + Quoted.name(rows.getString("relname")) + " WHERE " + where;
                    long count = count("SELECT count(*)" + from);
                    if (count > 0) {
                        dangers.add(new Danger("", count + (count == 1 ? " row of " : " rows of ")
                                + rows.getString("relname") + (count == 1 ? " has " : " have ") + Quoted.string(value)
                                + " in " + rows.getString("attname") + ", which " + type.name() + " has no more",
                                "SELECT *" + from));
                    }
                }
            }
        }
        return dangers;
    }

    private long count(String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
