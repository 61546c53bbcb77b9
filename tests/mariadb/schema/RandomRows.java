package tests.mariadb.schema;

import static tests.mariadb.schema.RandomColumn.quoted;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tests.servers.TestDatabase;

/** Rows for random tables, and a look at them. */
final class RandomRows {
    private static final int TRIES = 6;

    private RandomRows() {
    }

    /** Tries some rows; those that a constraint forbids are not there. */
    static void insert(RandomTables tables, TestDatabase database, Random random) {
        try (var connection = database.open(); var statement = connection.createStatement()) {
            statement.execute("SET sql_mode = 'STRICT_ALL_TABLES'");
            for (int i = 0; i < TRIES; i++) {
                for (var table : tables.columns().entrySet()) {
                    try {
                        statement.execute(insert(table.getKey(), table.getValue(), random));
                    } catch (SQLException e) {
                        // Not this one.
                        continue;
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String insert(String table, List<RandomColumn> columns, Random random) {
        var set = new ArrayList<String>();
        set.add("`id` = '" + (1 + random.nextInt(TRIES)) + "'");
        for (var ref : List.of("ref0", "ref1")) {
            set.add("`" + ref + "` = " + (random.nextBoolean() ? "NULL" : "'" + (1 + random.nextInt(TRIES)) + "'"));
        }
        set.add("`num` = " + random.nextInt(5));
        for (var column : columns) {
            if (!column.generated() && random.nextInt(4) > 0) {
                set.add(quoted(column.name()) + " = " + (random.nextInt(4) == 0 && !column.sql().contains("NOT NULL")
                        ? "NULL" : column.value(random)));
            }
        }
        return "INSERT INTO " + quoted(table) + " SET " + String.join(", ", set);
    }

    /** {@return the columns, by their tables, that hold the same in two databases} */
    static Map<String, List<String>> common(TestDatabase database, TestDatabase other, UnaryOperator<String> renamed) {
        var types = types(other);
        var columns = new TreeMap<String, List<String>>();
        types(database).forEach((column, type) -> {
            if (type.endsWith(" ") && type.equals(types.get(renamed.apply(column)))) {
                int dot = column.indexOf('.');
                columns.computeIfAbsent(column.substring(0, dot), it -> new ArrayList<>())
                        .add(column.substring(dot + 1));
            }
        });
        return columns;
    }

    /** {@return what there is in some columns, whatever they are called by then} */
    static String shown(TestDatabase database, Map<String, List<String>> columns, UnaryOperator<String> renamed) {
        var rows = new StringBuilder();
        columns.forEach((table, of) -> rows.append(table).append(of).append(database.query(
                "SELECT concat_ws(' ', 'row', " + of.stream().map(it -> renamed.apply(table + "." + it))
                        .map(it -> "coalesce(hex(CAST(" + quoted(it.substring(it.indexOf('.') + 1))
                                + " AS BINARY)), 'NULL')").collect(Collectors.joining(", "))
                        + ") AS r FROM " + quoted(renamed.apply(table)) + " ORDER BY r")).append('\n'));
        return rows.toString();
    }

    /** {@return the types of columns; those of what changes by itself end in something} */
    private static Map<String, String> types(TestDatabase database) {
        return database.query("""
                SELECT concat(table_name, '.', column_name), concat(column_type, ' ', coalesce(character_set_name, ''),
                        ' ', coalesce(generation_expression, ''), if(extra LIKE '%on update%', '.', ''))
                FROM information_schema.columns
                WHERE table_schema = database() AND table_name NOT LIKE 'migrate\\_%'""").stream()
                .map(it -> it.split("\\|", 2)).collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }

    /** Removes all rows. */
    static void clear(TestDatabase database) {
        var statements = new ArrayList<>(List.of("SET foreign_key_checks = 0"));
        database.query("SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = database() "
                + "AND table_name NOT LIKE 'migrate\\_%'").forEach(it -> {
                    var name = quoted(it.substring(0, it.indexOf('|')));
                    statements.add("DELETE FROM " + name);
                    if (it.endsWith("VERSIONED")) {
                        statements.add("DELETE HISTORY FROM " + name);
                    }
                });
        database.execute(statements.toArray(String[]::new));
    }
}
