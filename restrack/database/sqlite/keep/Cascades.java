package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import restrack.database.Taken;
import restrack.database.sqlite.catalog.Quoted;

/** The rows of other tables that go, or change, when all rows of a table go. */
final class Cascades {
    /** What the row in question is called in a condition. */
    static final String ROW = "kept_row";

    private record Key(String child, List<String> from, List<String> to, String onDelete) {
    }

    private final Connection connection;
    private final Sql sql;
    private final List<Taken> taken = new ArrayList<>();

    Cascades(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /** {@return what goes with the rows of a table, the farthest first} Nothing, where foreign keys are off. */
    List<Taken> of(Shape parent) throws SQLException {
        if (sql.number("PRAGMA foreign_keys") != 0) {
            follow(parent, row -> "1", List.of(parent.name()));
        }
        return taken;
    }

    private void follow(Shape parent, UnaryOperator<String> goes, List<String> path) throws SQLException {
        for (var key : keysTo(parent)) {
            UnaryOperator<String> goesToo = row -> "EXISTS (SELECT 1 FROM main." + Quoted.name(parent.name()) + " AS "
                    + row + "_ WHERE " + IntStream.range(0, key.from().size())
                    .mapToObj(i -> column(row + "_", key.to().get(i)) + " = " + column(row, key.from().get(i)))
                    .collect(Collectors.joining(" AND ")) + " AND " + goes.apply(row + "_") + ")";
            var child = Shape.of(connection, key.child()).orElseThrow();
            boolean cascades = key.onDelete().equals("CASCADE");
            if (!cascades && !key.onDelete().startsWith("SET") || Shape.contains(path, child.name())) {
                continue;
            }
            long rows = sql.number("SELECT count(*) FROM main." + Quoted.name(child.name()) + " AS " + ROW + " WHERE "
                    + goesToo.apply(ROW));
            if (rows == 0) {
                continue;
            }
            if (cascades) {
                var longer = new ArrayList<>(path);
                longer.add(child.name());
                follow(child, goesToo, longer);
            }
            var columns = String.join(", ", key.from());
            taken.add(new Taken(cascades ? Taken.Kind.ROWS : Taken.Kind.COLUMN, child.name(), cascades ? "" : columns,
                    rows, goesToo.apply(ROW), List.of(), cascades ? "" : "the foreign key of " + child.name() + " ("
                    + columns + ") says ON DELETE " + key.onDelete()));
        }
    }

    private List<Key> keysTo(Shape parent) throws SQLException {
        var keys = new ArrayList<Key>();
        try (var query = connection.prepareStatement("""
                SELECT m.name, f.id, f."from", f."to", f.on_delete FROM main.sqlite_schema AS m
                    JOIN pragma_foreign_key_list(m.name, 'main') AS f
                WHERE m.type = 'table' AND f."table" = ? COLLATE NOCASE ORDER BY m.rowid, f.id DESC, f.seq""")) {
            query.setString(1, parent.name());
            try (var rows = query.executeQuery()) {
                int last = -1;
                while (rows.next()) {
                    boolean continues = !keys.isEmpty() && rows.getInt(2) == last
                            && keys.get(keys.size() - 1).child().equals(rows.getString(1));
                    if (!continues) {
                        keys.add(new Key(rows.getString(1), new ArrayList<>(), new ArrayList<>(), rows.getString(5)));
                    }
                    last = rows.getInt(2);
                    var key = keys.get(keys.size() - 1);
                    key.from().add(rows.getString(3));
                    int at = key.to().size();
                    key.to().add(rows.getString(4) != null ? rows.getString(4)
                            : at < parent.primaryKey().size() ? parent.primaryKey().get(at) : rows.getString(3));
                }
            }
        }
        return keys;
    }

    private static String column(String row, String column) {
        return row + "." + Quoted.name(column);
    }
}
