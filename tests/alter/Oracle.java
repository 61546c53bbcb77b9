package tests.alter;

import static tests.alter.Connections.lines;
import static tests.alter.Connections.name;
import static tests.alter.Connections.run;
import static tests.alter.Connections.string;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import restrack.ErrorKind;

/**
 * Says what a table has to be after a change: in a database in memory it is created from the text that it should have,
 * and filled by plain INSERT. Where SQLite refuses that, the change has to be refused too.
 */
final class Oracle implements AutoCloseable {
    /**
     * A table as it should become.
     *
     * @param file    the database as it is
     * @param before  what is in it
     * @param table   the table, which keeps its name
     * @param text    its text
     * @param values  what columns get, where it is not what the column of that name held; expressions over the old row
     * @param without the indexes that are gone
     */
    record Wanted(Path file, Inventory before, String table, String text, Map<String, String> values,
                  Set<String> without) {
    }

    private final Connection connection;
    private final Wanted wanted;
    private Set<ErrorKind> kinds = Set.of();
    private String reason = "";
    private Inventory facts = new Inventory(Map.of());

    private Oracle(Connection connection, Wanted wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    static Oracle of(Wanted wanted) throws SQLException {
        var oracle = new Oracle(Connections.memory(), wanted);
        oracle.make();
        return oracle;
    }

    private void make() throws SQLException {
        var table = wanted.table();
        run(connection, "PRAGMA encoding = '" + wanted.before().lines(Fact.Kind.PRAGMA, "encoding").get(0) + "'");
        try {
            run(connection, wanted.text());
        } catch (SQLException e) {
            refuse(e, ErrorKind.CANNOT_ALTER, ErrorKind.DEPENDENTS);
            return;
        }
        run(connection, "ATTACH " + string(wanted.file().toString()) + " AS src");
        if (wanted.before().lines(Fact.Kind.INTEGRITY, "").contains("CHECK constraint failed in " + table)) {
            run(connection, "PRAGMA ignore_check_constraints = ON");
        }
        try {
            run(connection, copy());
            for (var index : indexes(wanted.before(), table)) {
                if (!wanted.without().contains(index)) {
                    run(connection, wanted.before().text("index", index));
                }
            }
        } catch (SQLException e) {
            boolean rows = e.getMessage().contains("CONSTRAINT") || e.getMessage().contains("MISMATCH");
            refuse(e, rows ? new ErrorKind[] {ErrorKind.ROWS_IN_THE_WAY, ErrorKind.HAZARD}
                    : new ErrorKind[] {ErrorKind.DEPENDENTS, ErrorKind.CANNOT_ALTER});
            return;
        }
        run(connection, "PRAGMA ignore_check_constraints = OFF");
        facts = new Inventory(new InventoryReader(connection, "main").only(table));
    }

    private String copy() throws SQLException {
        var table = wanted.table();
        var source = new InventoryReader(connection, "src");
        var target = new InventoryReader(connection, "main");
        var old = lines(connection, "SELECT lower(name) FROM pragma_table_xinfo(" + string(table) + ", 'src')");
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : lines(connection,
                "SELECT name FROM pragma_table_xinfo(" + string(table) + ", 'main') WHERE hidden = 0")) {
            if (wanted.values().containsKey(column) || old.contains(column.toLowerCase(Locale.ROOT))) {
                columns.add(name(column));
                values.add(wanted.values().getOrDefault(column, "src." + name(table) + "." + name(column)));
            }
        }
        var from = source.rowid(table);
        var to = target.rowid(table);
        if (!from.isEmpty() && !to.isEmpty() && !rowidIsColumn(table)) {
            columns.add(to);
            values.add("src." + name(table) + "." + from);
        }
        // OR ABORT, so that no ON CONFLICT of a constraint makes rows vanish.
        return columns.isEmpty() ? "SELECT 1" : "INSERT OR ABORT INTO main." + name(table) + " ("
                + String.join(", ", columns) + ") SELECT " + String.join(", ", values) + " FROM src." + name(table)
                + " NOT INDEXED";
    }

    /** A single INTEGER PRIMARY KEY that has no index of its own is the rowid. */
    private boolean rowidIsColumn(String table) throws SQLException {
        var keys = lines(connection, "SELECT upper(type) FROM pragma_table_xinfo(" + string(table)
                + ", 'main') WHERE pk > 0");
        return keys.equals(List.of("INTEGER")) && lines(connection, "SELECT 1 FROM pragma_index_list(" + string(table)
                + ", 'main') WHERE origin = 'pk'").isEmpty();
    }

    private void refuse(SQLException e, ErrorKind... as) {
        reason = e.getMessage();
        kinds = Set.of(as);
    }

    /** {@return why it cannot be, if so} */
    Optional<String> reason() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    /** {@return which kinds of refusal that explains} */
    Set<ErrorKind> kinds() {
        return kinds;
    }

    Connection connection() {
        return connection;
    }

    /** {@return what there has to be} */
    Inventory facts() {
        return facts;
    }

    /** {@return an expectation that the table is just this} */
    Expectation expectation(Expectation more) {
        var table = wanted.table();
        var expectation = more;
        for (var kind : List.of(Fact.Kind.TABLE, Fact.Kind.COLUMNS, Fact.Kind.INDEXES, Fact.Kind.KEYS,
                Fact.Kind.ROWS)) {
            expectation = expectation.with(kind, table, Expectation.Check.becomes(facts.lines(kind, table)));
        }
        var indexes = new TreeSet<String>();
        facts.facts().keySet().stream().filter(it -> it.kind() == Fact.Kind.INDEX)
                .forEach(it -> indexes.add(it.name()));
        for (var line : wanted.before().lines(Fact.Kind.INDEXES, table)) {
            indexes.add(line.substring(0, line.indexOf(" | ")));
        }
        for (var index : indexes) {
            expectation = expectation.with(Fact.Kind.INDEX, index,
                    Expectation.Check.becomes(facts.lines(Fact.Kind.INDEX, index)));
        }
        return expectation;
    }

    /** {@return the indexes that have a text of their own, in their order} */
    static List<String> indexes(Inventory before, String table) {
        return before.lines(Fact.Kind.ORDER, "").stream().filter(it -> it.startsWith("index | ")
                        && it.endsWith(" | " + table))
                .map(it -> it.substring(8, it.length() - table.length() - 3))
                .filter(it -> !before.text("index", it).isEmpty()).toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
