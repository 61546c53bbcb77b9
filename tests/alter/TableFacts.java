package tests.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/** What an inventory says of one table, as the torture test asks for it. */
final class TableFacts {
    /** A column as {@code table_xinfo} shows it. */
    record Column(String name, String type, boolean notNull, String value, int key, int hidden) {
        boolean generated() {
            return hidden > 1;
        }

        String affinity(boolean strict) {
            var upper = type.toUpperCase(Locale.ROOT);
            if (upper.contains("INT")) {
                return "INTEGER";
            }
            if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
                return "TEXT";
            }
            if (upper.isEmpty() || upper.contains("BLOB") || strict && upper.equals("ANY")) {
                return "BLOB";
            }
            return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB") ? "REAL" : "NUMERIC";
        }
    }

    private final Inventory before;
    private final String table;
    private final List<Column> columns = new ArrayList<>();
    private final TableText text;

    TableFacts(Inventory before, String table) {
        this.before = before;
        this.table = table;
        for (var line : before.lines(Fact.Kind.COLUMNS, table)) {
            var parts = line.split(" \\| ", -1);
            columns.add(new Column(parts[1], parts[2], parts[3].equals("1"), parts[4],
                    Integer.parseInt(parts[5]), Integer.parseInt(parts[6])));
        }
        this.text = new TableText(before.text("table", table), columns.size());
    }

    String table() {
        return table;
    }

    Inventory before() {
        return before;
    }

    List<Column> columns() {
        return columns;
    }

    TableText text() {
        return text;
    }

    boolean strict() {
        return before.lines(Fact.Kind.TABLE, table).get(0).endsWith("| 1");
    }

    boolean withoutRowid() {
        return before.lines(Fact.Kind.TABLE, table).get(0).split(" \\| ")[2].equals("1");
    }

    boolean hasRows() {
        return !before.lines(Fact.Kind.ROWS, table).isEmpty();
    }

    List<String> keyColumns() {
        return columns.stream().filter(it -> it.key() > 0).map(Column::name).toList();
    }

    boolean hasKey() {
        return !keyColumns().isEmpty();
    }

    /** {@return whether foreign keys of any table, this one included, refer to a column of this one} */
    boolean referredTo(String column) {
        return before.names("table").stream().flatMap(it -> before.lines(Fact.Kind.KEYS, it).stream())
                .map(it -> it.split(" \\| ", -1)).filter(it -> it[2].equalsIgnoreCase(table))
                .anyMatch(it -> it[4].equalsIgnoreCase(column)
                        || it[4].equals("null") && keyColumns().stream().anyMatch(column::equalsIgnoreCase));
    }

    /** {@return whether foreign keys of any table refer to this one} */
    boolean referredTo() {
        return columns.stream().anyMatch(it -> referredTo(it.name()))
                || before.names("table").stream().flatMap(it -> before.lines(Fact.Kind.KEYS, it).stream())
                        .anyMatch(it -> it.split(" \\| ", -1)[2].equalsIgnoreCase(table));
    }

    boolean refers(String column) {
        return before.lines(Fact.Kind.KEYS, table).stream()
                .anyMatch(it -> it.split(" \\| ", -1)[3].equalsIgnoreCase(column));
    }

    /** {@return the views and triggers, and indexes of this table, in whose text a word stands} */
    Set<String> mentioning(String word) {
        var found = new TreeSet<String>();
        for (var type : List.of("view", "trigger", "index", "table")) {
            for (var name : before.names(type)) {
                boolean other = type.equals("index") && !Oracle.indexes(before, table).contains(name)
                        || type.equals("table") && !virtual(name);
                if (!other && mentions(before.text(type, name), word)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private boolean virtual(String name) {
        return before.text("table", name).startsWith("CREATE VIRTUAL");
    }

    /** {@return whether a view or trigger takes all columns as they come} */
    boolean anyStar() {
        return before.names("view").stream().anyMatch(it -> before.text("view", it).contains("*"))
                || before.names("trigger").stream().anyMatch(it -> before.text("trigger", it).contains("*"));
    }

    static boolean mentions(String text, String word) {
        return Tokens.of(text, SqliteSyntax.SQLITE).stream().filter(Token::isName)
                .anyMatch(it -> it.name().equalsIgnoreCase(word));
    }

    /** {@return how often a word stands in the table's own text} */
    long mentionsInOwnText(String word) {
        return text.tokens().stream().filter(it -> it.offset() > text.columns().get(0).nameToken().offset() - 1)
                .filter(Token::isName).filter(it -> it.name().equalsIgnoreCase(word)).count();
    }

    /** {@return whether a full text index keeps words of its rows} */
    boolean isReadByIndexes() {
        return before.names("table").stream().map(it -> before.text("table", it))
                .anyMatch(it -> it.startsWith("CREATE VIRTUAL") && it.contains("content") && it.contains(table));
    }

    /** {@return whether a function or collation of the application alone is needed for it} */
    boolean needsApplication() {
        return before.text("table", table).contains("app_") || Oracle.indexes(before, table).stream()
                .anyMatch(it -> before.text("index", it).contains("app_"));
    }
}
