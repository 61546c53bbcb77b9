package restrack.database.sqlite.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.catalog.StandIns;
import restrack.database.sqlite.catalog.Workbench;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.schema.Table;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** What SQLite makes of an expression: two that become the same program are one (SQLite documentation, "EXPLAIN"). */
final class Programs {
    private final Connection connection;

    Programs(Connection connection) {
        this.connection = connection;
    }

    /** {@return whether SQLite does the same for two expressions over the columns of a table} */
    boolean same(Table table, String one, String other) {
        try {
            return same(connection, table, one, other);
        } catch (SQLException e) {
            return StandIns.isMissing(e) && sameOnWorkbench(table, one, other);
        }
    }

    /** For the functions and collations that only the application has, something stands in there. */
    private static boolean sameOnWorkbench(Table table, String one, String other) {
        try (var workbench = Workbench.of(catalog(table))) {
            return same(workbench.connection(), table, one, other);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Catalog catalog(Table table) {
        var name = table.name().text();
        var objects = new ArrayList<SchemaObject>();
        objects.add(new SchemaObject(1, "table", name, name, 0, table.text()));
        table.indexes().forEach(it ->
                objects.add(new SchemaObject(objects.size() + 1, "index", it.name().text(), name, 0, it.text())));
        return new Catalog(List.copyOf(objects));
    }

    private static boolean same(Connection connection, Table table, String one, String other) throws SQLException {
        return of(connection, select(table, one), one).equals(of(connection, select(table, other), other));
    }

    /** Not by way of an index, which could hold the result of one of the two. */
    private static String select(Table table, String expression) {
        return "SELECT (" + expression + ") FROM main." + Quoted.name(table.name().text()) + " NOT INDEXED";
    }

    /**
     * {@return what is the same for two expressions over columns of the same names, wherever those stand in their
     * tables and whatever their types are; nothing for an expression that SQLite does not understand}
     */
    Optional<String> outline(ParsedTable table, String expression) {
        var mentioned = new TreeSet<String>();
        Mentions.of(expression, new Span(0, expression.length())).stream()
                .map(it -> SqliteNames.key(it.name().value())).filter(table.names()::contains).forEach(mentioned::add);
        var columns = mentioned.stream().map(it -> "? AS " + Quoted.name(it)).collect(Collectors.joining(", "));
        try {
            return Optional.of(String.join("\n", of(connection, "SELECT (" + expression + ")"
                    + (columns.isEmpty() ? "" : " FROM (SELECT " + columns + ") AS " + Quoted.name(table.name())),
                    expression)));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the program of a statement, an instruction a line, without the comments} EXPLAIN shows bytes only up to
     * the first zero, and not all digits of a number: those are added.
     *
     * @param expression the part of the statement that has literals
     */
    static List<String> of(Connection connection, String statement, String expression) throws SQLException {
        var program = new ArrayList<String>();
        for (var token : Tokens.of(expression, SqliteSyntax.SQLITE)) {
            if (token.kind() == TokenKind.BLOB) {
                program.add(token.text().toLowerCase(Locale.ROOT));
            } else if (token.kind() == TokenKind.NUMBER && !token.text().matches("0[xX].*|[0-9_]+")) {
                program.add(String.valueOf(Double.parseDouble(token.text().replace("_", ""))));
            }
        }
        try (var query = connection.createStatement(); var rows = query.executeQuery("EXPLAIN " + statement)) {
            while (rows.next()) {
                var line = new StringBuilder();
                for (int i = 1; i <= 7; i++) {
                    line.append(rows.getString(i)).append('|');
                }
                program.add(line.toString());
            }
        }
        return program;
    }

    /** {@return whether two conditions are the same, each of which may be missing} */
    boolean same(Table table, Optional<String> one, Optional<String> other) {
        return one.isPresent() == other.isPresent() && (one.equals(other) || same(table, one.get(), other.get()));
    }
}
