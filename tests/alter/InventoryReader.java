package tests.alter;

import static tests.alter.Connections.lines;
import static tests.alter.Connections.linesOrError;
import static tests.alter.Connections.name;
import static tests.alter.Connections.string;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tests.alter.Fact.Kind;

/** Reads all that there is to see of a schema of a connection, by plain SQL and pragmas. Writes nothing. */
final class InventoryReader {
    private static final List<String> PRAGMAS = List.of("application_id", "auto_vacuum", "default_cache_size",
            "encoding", "journal_mode", "page_size", "user_version");

    private final Connection connection;
    private final String schema;
    private final Map<Fact, List<String>> facts = new LinkedHashMap<>();

    InventoryReader(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** {@return everything} */
    Map<Fact, List<String>> all() throws SQLException {
        // So that a statement that a foreign key makes impossible cannot be compiled.
        Connections.run(connection, "PRAGMA foreign_keys = ON");
        for (var pragma : PRAGMAS) {
            put(Kind.PRAGMA, pragma, lines(connection, "PRAGMA " + pragma));
        }
        put(Kind.ORDER, "", lines(connection, "SELECT type, name, tbl_name FROM sqlite_schema ORDER BY rowid"));
        for (var text : lines(connection, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql NOTNULL")) {
            int bar = text.indexOf(" | ");
            put(Kind.TEXT, text.substring(0, bar), List.of(text.substring(bar + 3)));
        }
        for (var table : lines(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")) {
            table(table);
        }
        for (var view : lines(connection, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")) {
            view(view);
        }
        put(Kind.INTEGRITY, "", linesOrError(connection, "PRAGMA integrity_check"));
        return facts;
    }

    /** {@return what there is to see of one table} */
    Map<Fact, List<String>> only(String table) throws SQLException {
        table(table);
        return facts;
    }

    private void table(String table) throws SQLException {
        put(Kind.TABLE, table, lines(connection, "SELECT type, ncol, wr, strict FROM pragma_table_list WHERE schema = '"
                + schema + "' AND name = " + string(table)));
        put(Kind.COLUMNS, table, linesOrError(connection, "SELECT * FROM pragma_table_xinfo(" + of(table) + ")"));
        // Without their numbers, which only say in which order they were read.
        put(Kind.INDEXES, table, lines(connection, "SELECT name, \"unique\", origin, partial FROM pragma_index_list("
                + of(table) + ") ORDER BY name"));
        for (var index : lines(connection, "SELECT name FROM pragma_index_list(" + of(table) + ") ORDER BY name")) {
            put(Kind.INDEX, index, lines(connection, "SELECT * FROM pragma_index_xinfo(" + of(index) + ")"));
        }
        put(Kind.KEYS, table, lines(connection, "SELECT * FROM pragma_foreign_key_list(" + of(table) + ")"));
        put(Kind.ROWS, table, rows(table));
        put(Kind.WRITING, table, writing(table));
        // Without the number of the key, which counts those that the table has.
        put(Kind.VIOLATIONS, table, linesOrError(connection, "SELECT \"table\", \"rowid\", parent "
                + "FROM pragma_foreign_key_check(" + of(table) + ") ORDER BY 2, 3"));
    }

    private void view(String view) {
        put(Kind.TABLE, view, linesOrError(connection,
                "SELECT type, ncol FROM pragma_table_list WHERE schema = '" + schema + "' AND name = " + string(view)));
        put(Kind.COLUMNS, view, linesOrError(connection, "SELECT * FROM pragma_table_xinfo(" + of(view) + ")"));
        var columns = columns(view, "hidden = 0");
        // Which index serves it decides on the order of its rows, and nobody has promised one.
        var rows = new ArrayList<>(columns.isEmpty()
                ? linesOrError(connection, "SELECT * FROM " + name(view))
                : linesOrError(connection, "SELECT " + values(columns) + " FROM " + name(view)));
        rows.sort(null);
        put(Kind.VIEW, view, rows);
        put(Kind.WRITING, view, writing(view));
    }

    private List<String> rows(String table) throws SQLException {
        var columns = columns(table, "hidden <> 1");
        var rowid = rowid(table);
        var virtual = !facts.get(new Fact(Kind.TABLE, table)).get(0).startsWith("table");
        var rows = linesOrError(connection, "SELECT " + (rowid.isEmpty() ? "" : rowid + ", ") + values(columns)
                + " FROM " + schema + "." + name(table) + (virtual ? "" : " NOT INDEXED"));
        if (!lines(connection, "SELECT 1 FROM pragma_table_list WHERE wr AND schema = '" + schema + "' AND name = "
                + string(table)).isEmpty()) {
            // They are in the order of their key; an index that has all columns may be read in its stead.
            rows = rows.stream().sorted().toList();
        }
        return rows;
    }

    /** {@return the name by which the rowid can be had; empty if it has none} */
    String rowid(String table) throws SQLException {
        if (!lines(connection, "SELECT 1 FROM pragma_table_list WHERE wr = 0 AND type <> 'view' AND schema = '"
                + schema + "' AND name = " + string(table)).isEmpty()) {
            Set<String> taken = columns(table, "1").stream().map(it -> it.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            for (var name : List.of("rowid", "_rowid_", "oid")) {
                if (!taken.contains(name)) {
                    return name;
                }
            }
        }
        return "";
    }

    private List<String> columns(String table, String which) {
        var columns = linesOrError(connection,
                "SELECT name FROM pragma_table_xinfo(" + of(table) + ") WHERE " + which + " ORDER BY cid");
        return columns.size() == 1 && columns.get(0).startsWith("error: ") ? List.of() : columns;
    }

    /** Type and value of each; a text with a NUL in it as hex, because quote() ends there. */
    private static String values(List<String> columns) {
        return columns.stream().map(Connections::name)
                .map(it -> "typeof(" + it + ") || ' ' || iif(instr(" + it + ", char(0)), hex(" + it + "), quote(" + it
                        + "))")
                .collect(Collectors.joining(", "));
    }

    private List<String> writing(String table) {
        var said = new ArrayList<String>();
        said.add("insert " + compiled("INSERT INTO " + name(table) + " DEFAULT VALUES"));
        said.add("delete " + compiled("DELETE FROM " + name(table)));
        for (var column : columns(table, "hidden = 0")) {
            said.add("update of " + column + " "
                    + compiled("UPDATE " + name(table) + " SET " + name(column) + " = NULL"));
        }
        return said;
    }

    private String compiled(String dml) {
        try (var statement = connection.createStatement(); var program = statement.executeQuery("EXPLAIN " + dml)) {
            return program.next() ? "can be compiled" : "is empty";
        } catch (SQLException e) {
            return "error: " + e.getMessage();
        }
    }

    private String of(String object) {
        return string(object) + ", '" + schema + "'";
    }

    private void put(Kind kind, String name, List<String> lines) {
        facts.put(new Fact(kind, name), lines);
    }
}
