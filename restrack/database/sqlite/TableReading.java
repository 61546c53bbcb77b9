package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import restrack.database.TableDescription;
import restrack.database.TableDescription.Key;
import restrack.database.TableDescription.Part;
import restrack.database.sqlite.draft.ConstraintNames;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.MalformedException;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Tokens;

/** Reads all that belongs to one table. */
final class TableReading {
    private final Connection connection;
    private final SqliteDialect dialect;
    private final List<Part> indexes = new ArrayList<>();
    private final List<Part> triggers = new ArrayList<>();
    private final List<Part> views = new ArrayList<>();
    private Part table;

    TableReading(Connection connection, SqliteDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** {@return the table of that name, in any case; nothing if there is none} */
    Optional<TableDescription> of(String name) throws SQLException {
        readSchema(name);
        if (table == null) {
            return Optional.empty();
        }
        var keys = keys();
        return Optional.of(new TableDescription(table.name(), table.text(), constraints(), indexes, triggers, views,
                keys.stream().filter(it -> it.table().equalsIgnoreCase(name)).toList(),
                keys.stream().filter(it -> it.parent().equalsIgnoreCase(name)).toList(), rows()));
    }

    private void readSchema(String name) throws SQLException {
        try (var query = connection.createStatement(); var rows = query.executeQuery(
                "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY rowid")) {
            while (rows.next()) {
                var part = new Part(rows.getString(2), rows.getString(4));
                boolean own = rows.getString(3).equalsIgnoreCase(name);
                switch (rows.getString(1)) {
                    case "table" -> table = own ? part : table;
                    case "index" -> addIf(own, part, indexes);
                    case "trigger" -> addIf(own || mentions(part.text(), name), part, triggers);
                    case "view" -> addIf(mentions(part.text(), name), part, views);
                    default -> throw new IllegalStateException(rows.getString(1));
                }
            }
        }
    }

    private static void addIf(boolean wanted, Part part, List<Part> parts) {
        if (wanted) {
            parts.add(part);
        }
    }

    private static boolean mentions(String text, String name) {
        return Tokens.of(text, SqliteSyntax.SQLITE).stream()
                .anyMatch(it -> it.isName() && it.name().equalsIgnoreCase(name));
    }

    /** A virtual table has none that could be read. */
    private List<TableDescription.Constraint> constraints() {
        try {
            return ConstraintNames.of(CreateTable.parse(table.text())).stream()
                    .map(it -> new TableDescription.Constraint(it.kind(), it.name(), it.implied(),
                            it.constraint().span().in(table.text()))).toList();
        } catch (MalformedException e) {
            return List.of();
        }
    }

    private List<Key> keys() throws SQLException {
        var keys = new LinkedHashMap<String, Key>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT t.name, k.id, k."table", k."from", k."to"
                FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k
                WHERE t.type = 'table' ORDER BY t.rowid, k.id DESC, k.seq""")) {
            while (rows.next()) {
                var id = rows.getString(1) + " " + rows.getInt(2);
                if (!keys.containsKey(id)) {
                    keys.put(id, new Key(rows.getString(1), new ArrayList<>(), rows.getString(3), new ArrayList<>()));
                }
                var key = keys.get(id);
                key.columns().add(rows.getString(4));
                if (rows.getString(5) != null) {
                    key.parentColumns().add(rows.getString(5));
                }
            }
        }
        return List.copyOf(keys.values());
    }

    private long rows() throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT count(*) FROM " + dialect.quote(table.name()))) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
