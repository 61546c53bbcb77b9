package restrack.database.mariadb.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.schema.Column;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * Reads the schema of a database: a few questions to information_schema, and what SHOW CREATE prints, for
 * information_schema leaves out a good part of it.
 */
public final class SchemaReading {
    private final Connection connection;
    private final Level level;
    private final Optional<String> origin;
    private final Map<String, Map<String, String>> collations = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> views = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private List<String> databases;
    private String collation;

    public SchemaReading(Connection connection, Level level) {
        this(connection, level, Optional.empty());
    }

    /** @param origin the database beside which this one was made: what names it there means what is here */
    public SchemaReading(Connection connection, Level level, Optional<String> origin) {
        this.connection = connection;
        this.level = level;
        this.origin = origin;
    }

    /**
     * {@return the tables, and what there is beside them in an order in which it can be made}
     *
     * @throws SQLException     what the database said
     * @throws MigrateException {@code database_error} where this user may not read a text, or where the names of two
     *                          tables differ in their case only
     */
    public Schema schema() throws SQLException {
        each("SELECT database(), @@collation_database", row -> {
            databases = Stream.concat(Stream.of(row.getString(1)), origin.stream()).toList();
            collation = row.getString(2);
        });
        each("""
                SELECT table_name, table_type, table_collation FROM information_schema.tables
                WHERE table_schema = database() ORDER BY table_name""", this::note);
        each("""
                SELECT table_name, column_name, collation_name FROM information_schema.columns
                WHERE table_schema = database() AND collation_name IS NOT NULL""",
                row -> collations.computeIfAbsent(row.getString(1), it -> new HashMap<>())
                        .put(row.getString(2), row.getString(3)));
        refuseTwice();
        var show = new ShowCreate(connection);
        var read = new ArrayList<Table>();
        for (var it : show.statements("TABLE", 2, names).entrySet()) {
            read.add(table(it.getKey(), it.getValue()));
        }
        return new Schema(read, new DefinitionReading(connection, databases).definitions(sequences, views));
    }

    private void note(ResultSet row) throws SQLException {
        var name = row.getString(1);
        switch (row.getString(2)) {
            case "BASE TABLE", "SYSTEM VERSIONED" -> {
                names.add(name);
                tables.put(name, row.getString(3));
            }
            case "VIEW" -> views.add(name);
            case "SEQUENCE" -> sequences.add(name);
            default -> {
                // Temporary tables are gone with the session.
                return;
            }
        }
    }

    private void refuseTwice() {
        var known = new HashMap<Name, String>();
        for (var name : names) {
            var other = known.put(MariaNames.of(name), name);
            if (other != null) {
                throw new MigrateException(ErrorKind.DATABASE_ERROR, "The tables " + other + " and " + name
                        + " have names that differ in nothing but their case.", "Rename one of them: RENAME TABLE "
                        + MariaNames.quoted(name) + " TO ...");
            }
        }
    }

    private Table table(String name, String printed) {
        var text = Unqualified.text(printed, databases);
        var parts = TableText.of(text);
        boolean foreign = !collation.equals(tables.get(name));
        var columns = parts.columns().stream().map(it -> column(name, ColumnReading.of(it), foreign)).toList();
        var keys = new KeyReading(name, parts);
        var table = new Table(MariaNames.of(name), columns, keys.constraints(), keys.indexes(),
                OptionReading.options(parts, foreign), text);
        return level == Level.EXACT ? table : Equivalent.of(table);
    }

    /** A column says which collation it has wherever it is not all the same. */
    private Column column(String table, ColumnReading column, boolean foreign) {
        return column.column(Optional.ofNullable(collations.getOrDefault(table, Map.of()).get(column.name()))
                .filter(it -> foreign || !it.equals(collation)));
    }

    /** What is done with a row. */
    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Reader reader) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
