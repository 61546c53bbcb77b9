package restrack.database.mariadb.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import restrack.database.TableDescription;
import restrack.database.TableDescription.Key;
import restrack.database.TableDescription.Part;
import restrack.schema.Definition;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.schema.Table;
import restrack.sql.TokenKind;

/** Reads all that belongs to one table. */
public final class TableReading {
    private final Connection connection;

    public TableReading(Connection connection) {
        this.connection = connection;
    }

    /** {@return the table of that name, in any case; nothing if there is none} */
    public Optional<TableDescription> of(String name) throws SQLException {
        var schema = new SchemaReading(connection, Level.EXACT).schema();
        var found = schema.table(MariaNames.of(name));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var table = found.get();
        var keys = keys();
        var indexes = new KeyReading(table.name().text(), TableText.of(table.text())).allIndexes().stream()
                .map(it -> new Part(it.name().text(), it.text())).toList();
        return Optional.of(new TableDescription(table.name().text(), table.text(), constraints(table), indexes,
                mentioning(schema, Definition.Kind.TRIGGER, table), mentioning(schema, Definition.Kind.VIEW, table),
                keys.stream().filter(it -> it.table().equalsIgnoreCase(name)).toList(),
                keys.stream().filter(it -> it.parent().equalsIgnoreCase(name)).toList(), rows(table)));
    }

    private static List<TableDescription.Constraint> constraints(Table table) {
        return table.constraints().stream().map(it -> new TableDescription.Constraint(
                it.kind().name().replace('_', ' '), it.name().text(), it.implied(), it.definition().text())).toList();
    }

    private static List<Part> mentioning(Schema schema, Definition.Kind kind, Table table) {
        return schema.definitions().stream().filter(it -> it.kind() == kind
                && (it.owner().equals(Optional.of(table.name()))
                || Printed.tokens(it.sql().text()).stream().anyMatch(token -> (token.kind() == TokenKind.QUOTED_NAME
                        || token.kind() == TokenKind.WORD) && MariaNames.of(token.name()).equals(table.name()))))
                .map(it -> new Part(it.name().text(), it.sql().text())).toList();
    }

    private List<Key> keys() throws SQLException {
        var keys = new LinkedHashMap<String, Key>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT table_name, constraint_name, column_name, referenced_table_name, referenced_column_name
                FROM information_schema.key_column_usage
                WHERE table_schema = database() AND referenced_table_schema = database()
                ORDER BY table_name, constraint_name, ordinal_position""")) {
            while (rows.next()) {
                var id = rows.getString(1) + "\n" + rows.getString(2);
                var key = keys.get(id);
                if (key == null) {
                    key = new Key(rows.getString(1), new ArrayList<>(), rows.getString(4), new ArrayList<>());
                    keys.put(id, key);
                }
                key.columns().add(rows.getString(3));
                key.parentColumns().add(rows.getString(5));
            }
        }
        return List.copyOf(keys.values());
    }

    private long rows(Table table) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT count(*) FROM " + MariaNames.quoted(table.name()))) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
