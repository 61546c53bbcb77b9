package restrack.database.sqlite.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.sqlite.grammar.Name;
import restrack.schema.Renaming;

/** A table as a query names it that is run now, when it has its old name, or some of its columns have theirs. */
final class Source {
    private final Connection connection;
    private final List<Renaming> renamings;

    Source(Connection connection, List<Renaming> renamings) {
        this.connection = connection;
        this.renamings = renamings;
    }

    /** {@return what stands behind FROM: the table, by the names that it is going to have} */
    String of(String table) throws SQLException {
        var old = old(table);
        if (renamings.stream().noneMatch(it -> it instanceof Renaming.OfColumn column
                && Name.same(column.table(), table))) {
            return old.equals(table) ? Names.of(table) : Names.of(old) + " AS " + Names.of(table);
        }
        var columns = columns(old).stream().map(it -> renamed(table, it)).collect(Collectors.joining(", "));
        return "(SELECT " + columns + " FROM " + Names.of(old) + ") AS " + Names.of(table);
    }

    private String old(String table) {
        return renamings.stream().filter(it -> it instanceof Renaming.OfTable && Name.same(it.to(), table))
                .map(Renaming::from).findFirst().orElse(table);
    }

    private String renamed(String table, String column) {
        return renamings.stream().filter(it -> it instanceof Renaming.OfColumn of && Name.same(of.table(), table)
                && Name.same(of.from(), column)).map(it -> Names.of(column) + " AS " + Names.of(it.to())).findFirst()
                .orElse(Names.of(column));
    }

    private List<String> columns(String table) throws SQLException {
        return names("SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden <> 1", table);
    }

    /** {@return the primary key of a table, by the names that its columns are going to have} */
    List<String> key(String table) throws SQLException {
        return names("SELECT name FROM pragma_table_info(?, 'main') WHERE pk > 0 ORDER BY pk", old(table)).stream()
                .map(name -> renamings.stream().filter(it -> it instanceof Renaming.OfColumn of
                        && Name.same(of.table(), table) && Name.same(of.from(), name)).map(Renaming::to).findFirst()
                        .orElse(name)).toList();
    }

    boolean exists(String table) throws SQLException {
        return !columns(old(table)).isEmpty();
    }

    private List<String> names(String sql, String table) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
