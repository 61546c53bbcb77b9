package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/** Compares a statement as it was parsed with what SQLite made of it. */
final class Agreement {
    private final Sqlite sqlite;
    private final CreateTable table;
    private final String message;

    private Agreement(Sqlite sqlite, CreateTable table, String message) {
        this.sqlite = sqlite;
        this.table = table;
        this.message = message;
    }

    static void check(Sqlite sqlite, CreateTable table, String message) throws SQLException {
        var agreement = new Agreement(sqlite, table, message);
        agreement.table();
        agreement.columns();
        agreement.indexes();
        agreement.foreignKeys();
    }

    private void table() throws SQLException {
        var flags = sqlite.rows("SELECT wr, strict FROM pragma_table_list WHERE name = ?", table.name().value());
        assertEquals(List.of(List.of(table.withoutRowid() ? "1" : "0", table.strict() ? "1" : "0")), flags, message);
        boolean sequence = !sqlite.rows("""
                SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'
                UNION ALL SELECT 1 FROM sqlite_temp_schema WHERE name = 'sqlite_sequence'""").isEmpty();
        boolean autoincrement = primaryKey().filter(Constraint.PrimaryKey::autoincrement).isPresent();
        assertEquals(sequence, autoincrement, message);
    }

    private void columns() throws SQLException {
        var rows = sqlite.rows("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)",
                table.name().value());
        assertEquals(rows.size(), table.columns().size(), message);
        var key = primaryKeyColumns();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            Column column = table.columns().get(i);
            assertEquals(row.get(0), column.name().value(), message);
            assertEquals(type(row.get(1)), type(column.declaredType()), message);
            int place = key.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList()
                    .indexOf(column.name().value().toLowerCase(Locale.ROOT));
            assertEquals(row.get(4), String.valueOf(place + 1), message);
            if (place < 0) {
                boolean notNull = column.constraints(Constraint.NotNull.class).findAny().isPresent();
                assertEquals(row.get(2), notNull ? "1" : "0", message);
            }
            assertEquals(significant(row.get(3)), defaultValue(column), message);
            assertEquals(row.get(5), column.constraints(Constraint.Generated.class)
                    .map(it -> it.stored() ? "3" : "2").findFirst().orElse("0"), message);
        }
    }

    /**
     * SQLite knows the commonest types by number and gives them back in upper case. GENERATED ALWAYS it takes off by
     * looking at the last characters: half of it stays if a comment is inside, and a long type may lose an ALWAYS.
     */
    private static String type(String type) {
        return significant(type).toLowerCase(Locale.ROOT).replaceFirst("( |^)((generated|always)( |$))+$", "");
    }

    private String defaultValue(Column column) {
        var last = column.constraints(Constraint.Default.class).reduce((one, other) -> other);
        return last.map(it -> {
            var text = it.value().in(table.text());
            return significant(it.expression() ? text.substring(1, text.length() - 1) : text);
        }).orElse("null");
    }

    private Optional<Constraint.PrimaryKey> primaryKey() {
        return table.allConstraints().stream().filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast).findFirst();
    }

    private List<String> primaryKeyColumns() {
        return keys(Constraint.PrimaryKey.class).stream().findFirst()
                .map(key -> key.stream().map(part -> part.substring(0, part.lastIndexOf(' '))).toList())
                .orElse(List.of());
    }

    /** Each key as a list of column and collation. */
    private List<List<String>> keys(Class<? extends Constraint> kind) {
        var keys = new ArrayList<List<String>>();
        for (var constraint : table.constraints()) {
            if (kind.isInstance(constraint)) {
                keys.add(indexed(constraint).stream()
                        .map(it -> part(column(it.column().orElseThrow()), it.collation())).toList());
            }
        }
        for (var column : table.columns()) {
            column.constraints().stream().filter(kind::isInstance)
                    .forEach(it -> keys.add(List.of(part(column, Optional.empty()))));
        }
        return keys;
    }

    private static List<IndexedColumn> indexed(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey key ? key.columns()
                : ((Constraint.Unique) constraint).columns();
    }

    private Column column(Name name) {
        return table.column(name.value()).orElseThrow(() -> new AssertionError("no column " + name + " " + message));
    }

    private static String part(Column column, Optional<Name> collation) {
        var own = column.constraints(Constraint.Collate.class).reduce((one, other) -> other)
                .map(Constraint.Collate::collation);
        return (column.name().value() + " " + collation.or(() -> own).map(Name::value).orElse("BINARY"))
                .toLowerCase(Locale.ROOT);
    }

    private void indexes() throws SQLException {
        var expected = sqlite.rows("SELECT name FROM pragma_index_list(?) WHERE origin IN ('u', 'pk')",
                table.name().value()).stream().map(row -> index(row.get(0))).collect(Collectors.toSet());
        var found = keys(Constraint.Unique.class).stream().collect(Collectors.toSet());
        if (isInteger() && table.withoutRowid()) {
            // What would be the rowid becomes a key anew, without the collation of its own.
            found.add(List.of(part(table.column(primaryKeyColumns().get(0)).orElseThrow(), Optional.empty())));
        } else if (!isInteger()) {
            found.addAll(keys(Constraint.PrimaryKey.class));
        }
        assertEquals(expected, found, message);
    }

    private List<String> index(String name) {
        try {
            return sqlite.rows("SELECT name || ' ' || coll FROM pragma_index_xinfo(?) WHERE key", name).stream()
                    .map(row -> row.get(0).toLowerCase(Locale.ROOT)).toList();
        } catch (SQLException e) {
            throw new AssertionError(message, e);
        }
    }

    /** Whether the key is one that in a table with rowids would be the rowid. */
    private boolean isInteger() {
        var columns = primaryKeyColumns();
        boolean descending = primaryKey().filter(Constraint.PrimaryKey::descending).isPresent();
        return columns.size() == 1 && !descending
                && table.column(columns.get(0)).orElseThrow().type().equalsIgnoreCase("INTEGER");
    }

    private void foreignKeys() throws SQLException {
        var expected = sqlite.rows("""
                SELECT "from", "table", "to", on_delete, on_update FROM pragma_foreign_key_list(?)
                ORDER BY id DESC, seq""", table.name().value());
        var found = new ArrayList<List<String>>();
        for (var column : table.columns()) {
            column.constraints(Constraint.ForeignKey.class).forEach(key -> found.addAll(rows(key,
                    List.of(column.name()))));
        }
        for (var constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key) {
                found.addAll(rows(key, key.columns().stream().map(it -> column(it).name()).toList()));
            }
        }
        assertEquals(expected, found, message);
    }

    private static List<List<String>> rows(Constraint.ForeignKey key, List<Name> columns) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < columns.size(); i++) {
            rows.add(List.of(columns.get(i).value(), key.parent().value(),
                    key.parentColumns().isEmpty() ? "null" : key.parentColumns().get(i).value(),
                    key.onDelete().orElse("NO ACTION"), key.onUpdate().orElse("NO ACTION")));
        }
        return rows;
    }

    /** Checks that the pieces are in order and that between them nothing stands but what belongs to nobody. */
    static void checkPieces(CreateTable table, String message) {
        if (table.isSelect()) {
            return;
        }
        gaps(table.text(), new Span(table.body().start() + 1, table.body().end() - 1), table.elements(), Set.of(","),
                message);
        gaps(table.text(), new Span(table.body().end(), table.text().length()),
                table.options().stream().map(it -> it.span()).toList(), Set.of(",", ";"), message);
        for (var column : table.columns()) {
            var pieces = new ArrayList<>(List.of(column.name().span()));
            column.typeSpan().ifPresent(pieces::add);
            column.constraints().forEach(it -> pieces.add(it.span()));
            // Without AS behind them, these two words are neither type nor constraint.
            boolean generated = column.constraints(Constraint.Generated.class).findAny().isPresent();
            gaps(table.text(), column.span(), pieces, generated ? Set.of() : Set.of("GENERATED", "ALWAYS"), message);
        }
    }

    private static void gaps(String text, Span whole, List<Span> pieces, Set<String> between, String message) {
        int at = whole.start();
        for (var piece : append(pieces, new Span(whole.end(), whole.end()))) {
            assertTrue(at <= piece.start() && piece.end() <= whole.end(), message);
            for (var token : tokens(text.substring(at, piece.start()))) {
                assertTrue(between.contains(token.text().toUpperCase(Locale.ROOT)),
                        token + " belongs to nobody: " + message);
            }
            at = piece.end();
        }
    }

    private static List<Span> append(List<Span> spans, Span last) {
        var all = new ArrayList<>(spans);
        all.add(last);
        return Collections.unmodifiableList(all);
    }

    private static String significant(String sql) {
        return tokens(sql).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private static List<Token> tokens(String sql) {
        return Tokens.of(sql, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
    }
}
