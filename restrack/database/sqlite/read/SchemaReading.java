package restrack.database.sqlite.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.MigrateException;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.TableOption;
import restrack.schema.Definition;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * Reads the schema of a database: two queries, however many tables there are, because all that SQLite knows of a table
 * is in its text, and the pragmas leave out half of it.
 */
public final class SchemaReading {
    private final Connection connection;
    private final Level level;

    public SchemaReading(Connection connection, Level level) {
        this.connection = connection;
        this.level = level;
    }

    /**
     * {@return the tables, views, triggers and virtual tables} Without what SQLite keeps for itself: its own tables,
     * and those behind a virtual table.
     *
     * @throws SQLException     what the database said
     * @throws MigrateException {@code database_error} if the text of something cannot be read
     */
    public Schema schema() throws SQLException {
        var tables = new LinkedHashMap<String, ParsedTable>();
        var indexes = new HashMap<String, List<SchemaObject>>();
        var defined = new ArrayList<SchemaObject>();
        for (var object : objects()) {
            var table = SqliteNames.key(object.table());
            if (DefinitionReading.isVirtual(object) || object.isView() || object.isTrigger()) {
                defined.add(object);
            } else if (object.isTable()) {
                tables.put(table, ParsedTable.of(object));
            } else if (!object.isAutomatic()) {
                indexes.computeIfAbsent(table, it -> new ArrayList<>()).add(object);
            }
        }
        var read = new ArrayList<Table>();
        tables.forEach((key, table) -> read.add(table(table, indexes.getOrDefault(key, List.of()), tables)));
        return new Schema(read, definitions(tables, defined));
    }

    private Table table(ParsedTable table, List<SchemaObject> indexes, Map<String, ParsedTable> tables) {
        var columns = new ColumnReading(table, level).columns();
        var constraints = new ConstraintReading(table, tables).constraints();
        var readings = indexes.stream().map(it -> IndexReading.of(table, it)).toList();
        var name = SqliteNames.of(table.name());
        var text = table.create().text();
        if (level == Level.EXACT) {
            return new Table(name, columns, constraints, readings.stream().map(IndexReading::index).toList(),
                    options(table), text);
        }
        var equivalent = new Equivalent(table, constraints, readings, new Programs(connection));
        return new Table(name, columns, equivalent.constraints(), equivalent.indexes(), options(table), text);
    }

    private static Set<String> options(ParsedTable table) {
        var options = new HashSet<String>();
        for (var option : table.create().options()) {
            options.add(option.kind() == TableOption.Kind.STRICT ? "STRICT" : "WITHOUT ROWID");
        }
        if (table.create().allConstraints().stream()
                .anyMatch(it -> it instanceof Constraint.PrimaryKey key && key.autoincrement())) {
            options.add("AUTOINCREMENT");
        }
        return options;
    }

    private static List<Definition> definitions(Map<String, ParsedTable> tables, List<SchemaObject> defined) {
        var others = defined.stream().filter(it -> !it.isTrigger()).toList();
        var reading = new DefinitionReading(new KnownNames(tables, others));
        return defined.stream().map(reading::of).toList();
    }

    private List<SchemaObject> objects() throws SQLException {
        var objects = Catalog.of(connection).objects().stream()
                .filter(it -> !SqliteNames.key(it.name()).startsWith("sqlite_") || it.isAutomatic()).toList();
        if (objects.stream().noneMatch(DefinitionReading::isVirtual)) {
            return objects;
        }
        var shadows = shadows();
        return objects.stream().filter(it -> !shadows.contains(it.table())).toList();
    }

    /** The tables in which virtual tables keep what they have. */
    private Set<String> shadows() throws SQLException {
        var shadows = new HashSet<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'")) {
            while (rows.next()) {
                shadows.add(rows.getString(1));
            }
        }
        return shadows;
    }
}
