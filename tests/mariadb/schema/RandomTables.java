package tests.mariadb.schema;

import static tests.mariadb.schema.RandomColumn.quoted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tests.mariadb.schema.RandomColumn.Family;

/** A schema of a few tables over all that MariaDB says of tables, made of random pieces. */
final class RandomTables {
    private static final List<String> TABLES = List.of("a", "b", "order", "Odd d");
    private static final List<String> COLUMNS = List.of("x", "y", "z", "The w", "group", "q`t", "ü");
    private static final List<String> IDS = List.of("int", "bigint", "bigint unsigned", "varchar(10)");
    private static final List<String> ENGINES = List.of("", "", "", "", "", "", "", " ENGINE=MyISAM", " ENGINE=Aria");
    private static final List<String> CHARSETS = List.of("", "", "", "", " CHARSET=latin1", " COLLATE=utf8mb4_bin",
            " COLLATE=utf8mb3_unicode_ci");
    private static final List<String> OTHERS = List.of("", "", "", "", " ROW_FORMAT=DYNAMIC", " STATS_PERSISTENT=1",
            " MAX_ROWS=1000");

    private final RandomPieces pieces;
    /** What the tables are called, by their pieces. */
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<RandomColumn>> columns = new LinkedHashMap<>();
    private final String id;

    RandomTables(RandomPieces pieces) {
        this.pieces = pieces;
        this.id = pieces.one("id", IDS);
        for (var table : TABLES) {
            if (!pieces.is(table + ".missing", 5)) {
                names.put(table, name(table));
                columns.put(table, columns(table));
            }
        }
    }

    private String name(String piece) {
        return pieces.is(piece + ".renamed", 8) ? piece.equals("order") ? "Orders" : piece + " new" : piece;
    }

    private List<RandomColumn> columns(String table) {
        var made = new ArrayList<RandomColumn>();
        var order = new ArrayList<>(COLUMNS);
        if (pieces.is(table + ".order", 3)) {
            Collections.shuffle(order, pieces.random(table + ".places"));
        }
        for (var column : order) {
            var piece = table + "." + column;
            if (!pieces.is(piece + ".missing", 3)) {
                made.add(RandomColumn.of(pieces, piece, pieces.is(piece + ".renamed", 10) ? column + "2" : column,
                        "`num`"));
            }
        }
        return made;
    }

    /** {@return the columns of a table that rows have values for, by its name} */
    Map<String, List<RandomColumn>> columns() {
        var all = new LinkedHashMap<String, List<RandomColumn>>();
        columns.forEach((table, of) -> all.put(names.get(table), of));
        return all;
    }

    boolean hasTextIds() {
        return id.startsWith("varchar");
    }

    /** {@return the statements that make it} */
    List<String> statements() {
        var statements = new ArrayList<String>();
        names.keySet().forEach(it -> statements.add(create(it)));
        for (var table : names.keySet()) {
            for (int i = 0; i < 2; i++) {
                foreignKey(table, i, statements);
            }
        }
        return statements;
    }

    /** The server makes no other engine of a table that keeps its history: one table has both never. */
    private String engine(String table) {
        return table.equals("b") ? "" : pieces.one(table + ".engine", ENGINES);
    }

    private String create(String table) {
        var lines = new ArrayList<String>();
        boolean counts = !hasTextIds() && pieces.is(table + ".counts", 2);
        var key = pieces.one(table + ".key", List.of("PRIMARY KEY", "PRIMARY KEY", "UNIQUE KEY"));
        lines.add("`id` " + id + charsetOfReferences() + " NOT NULL" + (counts ? " AUTO_INCREMENT" : ""));
        lines.add("`num` int NOT NULL DEFAULT 3");
        lines.add("`ref0` " + id + charsetOfReferences());
        lines.add("`ref1` " + id + charsetOfReferences());
        columns.get(table).forEach(it -> lines.add(it.toString()));
        lines.add(key + (key.startsWith("U") ? " `by_id`" : "") + " (`id`" + (key.startsWith("P")
                && pieces.is(table + ".wide", 5) && !engine(table).contains("MyISAM") ? ", `num`" : "") + ")");
        keys(table, lines);
        checks(table, lines);
        return "CREATE TABLE " + quoted(names.get(table)) + " (\n    " + String.join(",\n    ", lines) + "\n)"
                + engine(table) + charset(table) + pieces.one(table + ".other", OTHERS)
                + (table.equals("b") && pieces.is("versions", 4) ? " WITH SYSTEM VERSIONING" : "")
                + (pieces.is(table + ".comment", 4) ? " COMMENT=" + pieces.one(table + ".words", List.of("'it''s'",
                        "'a, `b` (c) \\\\ d'")) : "");
    }

    private String charset(String table) {
        return pieces.one(table + ".charset", CHARSETS);
    }

    private String charsetOfReferences() {
        return hasTextIds() ? " CHARACTER SET ascii" : "";
    }

    private void keys(String table, List<String> lines) {
        int number = 0;
        for (var column : columns.get(table)) {
            if (column.sql().contains(" VIRTUAL") && !isPlain(table)) {
                continue;
            }
            var piece = table + "." + column.name().replaceFirst("2$", "");
            var text = column.kind().family() == Family.TEXT;
            var part = quoted(column.name()) + (column.kind().isLong() || column.kind().sql().contains("300") ? "("
                    + (5 + pieces.random(piece + ".prefix").nextInt(2)) + ")" : text && column.kind().sql().contains(
                    "varchar") ? pieces.one(piece + ".prefix", List.of("", "", "(4)")) : "");
            var name = pieces.is(piece + ".named", 2) ? " " + quoted("k_" + piece) : "";
            switch (pieces.random(piece + ".keyed").nextInt(10)) {
                case 0 -> lines.add("UNIQUE KEY" + name + " (" + part
                        + pieces.one(piece + ".with", List.of("", ", `num`")) + ")");
                case 1 -> lines.add("KEY" + name + " (" + part + pieces.one(piece + ".with",
                        List.of("", " DESC", ", `id`", ", `ref0`")) + ")" + pieces.one(piece + ".behind",
                        List.of("", "", " IGNORED", " COMMENT 'why'", " USING BTREE")));
                case 2 -> lines.add(text && column.kind().sql().matches(".*(char|text).*") && !column.generated()
                        ? "FULLTEXT KEY" + name + " (" + quoted(column.name()) + ")" : "KEY (" + part + ")");
                default -> number++;
            }
        }
        if (number > 2 && pieces.is(table + ".indexed", 3)) {
            lines.add("KEY " + pieces.one(table + ".index", List.of("mine (`ref0`)", "(`ref0`, `num`)", "mine (`ref1`)",
                    "`ref0` (`ref0`)")));
        }
    }

    private void checks(String table, List<String> lines) {
        for (int i = 0; i < 2; i++) {
            var piece = table + ".check" + i;
            if (pieces.is(piece, 4)) {
                lines.add((pieces.is(piece + ".named", 2) ? "CONSTRAINT " + quoted("c " + i) + " " : "") + "CHECK ("
                        + pieces.one(piece + ".condition", List.of("`num` > 0", "`num` < 10", "`num` + 1 > 0",
                        "`num` between 0 and 5", "`num` <> 7 or 'it''s (' = '`num`'")) + ")");
            }
        }
    }

    private void foreignKey(String table, int number, List<String> statements) {
        var piece = table + ".ref" + number;
        var parent = pieces.one(piece + ".parent", TABLES);
        if (!pieces.is(piece + ".key", 2) || !names.containsKey(parent) || !isPlain(table) || !isPlain(parent)) {
            return;
        }
        statements.add("ALTER TABLE " + quoted(names.get(table)) + " ADD " + (pieces.is(piece + ".named", 2)
                ? "CONSTRAINT " + quoted("fk " + table + number) + " " : "")
                + "FOREIGN KEY (`ref" + number + "`) REFERENCES " + quoted(names.get(parent)) + " (`id`)" + pieces.one(piece + ".action",
                List.of("", " ON DELETE CASCADE", " ON DELETE SET NULL", " ON UPDATE CASCADE",
                        " ON DELETE RESTRICT ON UPDATE SET NULL")));
    }

    private boolean isPlain(String table) {
        return engine(table).isEmpty();
    }

    @Override
    public String toString() {
        return statements().stream().map(it -> it + ";\n").collect(Collectors.joining());
    }
}
