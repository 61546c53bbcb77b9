package tests.autogenerate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import restrack.database.Database;
import restrack.schema.Column;
import restrack.schema.Schema;
import restrack.schema.Table;

/** Rows for a random schema, and a look at them. */
final class RandomRows {
    private static final List<String> VALUES = List.of("NULL", "'a'", "'b'", "'x'", "'12'", "0", "1", "2", "3", "2.5",
            "'2025-06-04'", "x'00ff'", "''", "'007'", "'X'", "'a '", "9007199254740993");

    private RandomRows() {
    }

    /** Tries some rows; those that a constraint forbids are not there. */
    static void insert(Random random, Schema schema, Database database) {
        for (int i = 0; i < 12 && !schema.tables().isEmpty(); i++) {
            var table = RandomColumn.pick(random, schema.tables());
            var columns = written(table);
            var sql = "INSERT INTO " + quoted(table.name().text()) + " (" + columns.stream()
                    .map(it -> quoted(it.name().text())).collect(Collectors.joining(", ")) + ") VALUES ("
                    + columns.stream().map(it -> RandomColumn.pick(random, VALUES)).collect(Collectors.joining(", "))
                    + ")";
            try (var statement = database.connection().createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                // Not this one.
                continue;
            }
        }
    }

    private static List<Column> written(Table table) {
        return table.columns().stream().filter(it -> it.generated().isEmpty()).toList();
    }

    /** {@return the rows of each table that two schemas have, as far as their columns and types are the same} */
    static TreeMap<String, List<String>> common(Schema a, Schema b, Database database) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (var table : a.tables()) {
            var other = b.table(table.name());
            if (other.isEmpty()) {
                continue;
            }
            var shown = new ArrayList<String>();
            shown.add("'row'");
            for (var column : written(table)) {
                var same = other.get().column(column.name());
                if (same.isPresent() && same.get().type().equals(column.type()) && same.get().generated().isEmpty()
                        && table.options().contains("STRICT") == other.get().options().contains("STRICT")) {
                    shown.add("quote(" + quoted(column.name().text()) + ")");
                }
            }
            var lines = new ArrayList<String>();
            try (var query = database.connection().createStatement(); var found = query.executeQuery("SELECT "
                    + String.join(" || ' ' || ", shown) + " FROM " + quoted(table.name().text()) + " NOT INDEXED")) {
                while (found.next()) {
                    lines.add(found.getString(1));
                }
            }
            lines.sort(null);
            rows.put(table.name().key(), lines);
        }
        return rows;
    }

    /** Removes all rows. */
    static void clear(Schema schema, Database database) throws SQLException {
        try (var statement = database.connection().createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            for (var table : schema.tables()) {
                statement.execute("DELETE FROM " + quoted(table.name().text()));
            }
            statement.execute("PRAGMA foreign_keys = ON");
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
