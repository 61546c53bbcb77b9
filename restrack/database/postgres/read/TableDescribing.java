package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.database.TableDescription;
import restrack.database.TableDescription.Key;
import restrack.database.TableDescription.Part;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Table;

/** Reads all that belongs to one table. */
public final class TableDescribing {
    private static final Pattern PARENT = Pattern.compile("REFERENCES .+?\\(([^()]*)\\)", Pattern.DOTALL);
    private static final String TRIGGERS = """
            SELECT tgname, pg_get_triggerdef(oid, true) FROM pg_trigger
            WHERE tgrelid = to_regclass(?) AND NOT tgisinternal ORDER BY tgname""";
    private static final String VIEWS = """
            SELECT DISTINCT v.oid::regclass::text, concat('CREATE ', CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' END,
                'VIEW ', v.oid::regclass, E' AS\\n', pg_get_viewdef(v.oid, true))
            FROM pg_depend d
            JOIN pg_rewrite r ON r.oid = d.objid
            JOIN pg_class v ON v.oid = r.ev_class AND v.oid <> d.refobjid
            WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
            AND d.refobjid = to_regclass(?) ORDER BY 1""";

    private final Connection connection;

    /** @param connection the database */
    public TableDescribing(Connection connection) {
        this.connection = connection;
    }

    /** {@return the table of that name; nothing if there is none} */
    public Optional<TableDescription> of(String name) throws SQLException {
        var tables = new PostgresSchemaReading(connection, Level.EXACT).schema().tables();
        var found = tables.stream().filter(it -> it.name().text().equals(name)).findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var table = found.get();
        var from = keys(table);
        var to = tables.stream().flatMap(it -> keys(it).stream()).filter(it -> it.parent().equals(name)).toList();
        return Optional.of(new TableDescription(name, table.text(), table.constraints().stream()
                .map(it -> new TableDescription.Constraint(it.kind().name().replace('_', ' '), it.name().text(),
                        it.implied(), it.definition().text())).toList(), indexes(table), parts(TRIGGERS, table.name()),
                parts(VIEWS, table.name()), from, to, rows(table.name())));
    }

    private static List<Part> indexes(Table table) {
        var indexes = new ArrayList<Part>();
        table.constraints().stream().filter(it -> it.kind() != Kind.CHECK && it.kind() != Kind.FOREIGN_KEY)
                .forEach(it -> indexes.add(new Part(it.name().text(), "")));
        table.indexes().forEach(it -> indexes.add(new Part(it.name().text(), it.text())));
        return indexes;
    }

    private static List<Key> keys(Table table) {
        return table.constraints(Kind.FOREIGN_KEY).stream().map(it -> new Key(table.name().text(),
                it.columns().stream().map(Name::text).toList(), it.parent().orElseThrow().text(),
                parentColumns(it))).toList();
    }

    private static List<String> parentColumns(Constraint key) {
        var parent = PARENT.matcher(key.definition().text());
        return !parent.find() ? List.of() : List.of(parent.group(1).split(", ")).stream()
                .map(it -> it.startsWith("\"") ? it.substring(1, it.length() - 1).replace("\"\"", "\"") : it).toList();
    }

    private List<Part> parts(String sql, Name table) throws SQLException {
        var parts = new ArrayList<Part>();
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, Quoted.name(table));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    parts.add(new Part(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return parts;
    }

    private long rows(Name table) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT count(*) FROM " + Quoted.name(table))) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
