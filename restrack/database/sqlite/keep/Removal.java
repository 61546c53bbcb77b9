package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import restrack.database.Home;
import restrack.database.Parcel;
import restrack.database.Taken;
import restrack.database.Taken.Kind;
import restrack.database.sqlite.catalog.Quoted;
import restrack.sql.TableEdit;

/**
 * What goes, and how it is put aside. A side table has columns without a type, so each value stays what it is: SQLite
 * converts a value only for a type ("Datatypes In SQLite", 3.1).
 */
final class Removal {
    private final Connection connection;
    private final Sql sql;

    Removal(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    List<Taken> taken(List<TableEdit> edits) throws SQLException {
        var taken = new ArrayList<Taken>();
        for (int i = 0; i < edits.size(); i++) {
            var edit = edits.get(i);
            var schema = edit.table().schema().toLowerCase(Locale.ROOT);
            if (schema.equals("temp") || schema.isEmpty() && isTemporary(edit.table().table())) {
                continue;
            }
            if (!schema.isEmpty() && !schema.equals("main")) {
                taken.add(whole(edit, 0, "it is in another database, " + edit.table().schema()));
                continue;
            }
            var table = Shape.of(connection, edit.table().table()).filter(it -> !it.type().equals("view"));
            if (table.isPresent()) {
                if (edit instanceof TableEdit.DropColumn drop) {
                    column(table.get(), drop.column(), gone(edits.subList(0, i), edit), taken);
                } else {
                    rows(table.get(), edit, taken);
                }
            }
        }
        return taken;
    }

    private boolean isTemporary(String table) throws SQLException {
        return sql.holds("SELECT 1 FROM temp.sqlite_schema WHERE type = 'table' AND name = " + Quoted.text(table)
                + " COLLATE NOCASE");
    }

    private static List<String> gone(List<TableEdit> earlier, TableEdit edit) {
        return earlier.stream().filter(it -> it instanceof TableEdit.DropColumn && it.table().same(edit.table()))
                .map(it -> ((TableEdit.DropColumn) it).column()).toList();
    }

    private static Taken whole(TableEdit edit, long rows, String obstacle) {
        return new Taken(edit instanceof TableEdit.Drop ? Kind.TABLE : Kind.ROWS, edit.table().table(), "", rows, "",
                List.of(), obstacle);
    }

    private void rows(Shape table, TableEdit edit, List<Taken> taken) throws SQLException {
        long rows = sql.number("SELECT count(*) FROM main." + Quoted.name(table.name()));
        if (rows > 0) {
            taken.addAll(new Cascades(connection).of(table));
            taken.add(whole(edit, rows, table.isOrdinary() ? "" : table.name() + " is a " + table.type() + " table"));
        }
    }

    /** NULL in each row is a loss too, if the column that comes back has a default. */
    private void column(Shape table, String column, List<String> gone, List<Taken> taken) throws SQLException {
        boolean isThere = table.has(column) && !Shape.contains(gone, column);
        var from = " FROM main." + Quoted.name(table.name());
        if (isThere && sql.holds("SELECT 1" + from + (Shape.contains(table.defaults(), column) ? ""
                : " WHERE " + Quoted.name(column) + " IS NOT NULL") + " LIMIT 1")) {
            var without = new ArrayList<>(gone);
            without.add(column);
            boolean known = Identity.of(connection, table, without).isPresent();
            taken.add(new Taken(Kind.COLUMN, table.name(), column, sql.number("SELECT count(*)" + from), "", gone,
                    known ? "" : "the rows of " + table.name() + " have nothing by which they would be known again"));
        }
    }

    Parcel put(Taken taken, Home home, String side) throws SQLException {
        var table = Shape.of(connection, taken.table()).orElseThrow();
        var columns = new ArrayList<String>();
        var rowid = table.rowid();
        if (taken.kind() == Kind.COLUMN) {
            var without = new ArrayList<>(taken.gone());
            without.add(taken.column());
            var identity = Identity.of(connection, table, without).orElseThrow();
            rowid = identity.rowid();
            columns.addAll(identity.columns());
            columns.add(taken.column());
        } else {
            columns.addAll(table.columns());
        }
        var names = columns.stream().map(home::column).collect(Collectors.toCollection(ArrayList::new));
        if (!rowid.isEmpty()) {
            columns.add(0, rowid);
            names.add(0, rowid);
        }
        var number = Side.free(names);
        sql.run("CREATE TABLE main." + Quoted.name(side) + " (" + Quoted.name(number) + " INTEGER PRIMARY KEY, "
                + list("", names) + ")");
        long rows = sql.change("INSERT INTO main." + Quoted.name(side) + " (" + list("", names) + ") SELECT "
                + list(Cascades.ROW + ".", columns) + " FROM main." + Quoted.name(table.name()) + " AS " + Cascades.ROW
                + (taken.which().isEmpty() ? "" : " WHERE " + taken.which()));
        return new Parcel(taken.kind(), home.table(), home.column(taken.column()), side, rowid,
                taken.kind() == Kind.TABLE ? sequence(table.name()) : 0, rows);
    }

    private long sequence(String table) throws SQLException {
        return counts(connection, table)
                ? sql.number("SELECT seq FROM main.sqlite_sequence WHERE name = " + Quoted.text(table)) : 0;
    }

    /** {@return whether a table with rows never gives a number twice} */
    static boolean counts(Connection connection, String table) throws SQLException {
        var sql = new Sql(connection);
        return sql.holds("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'")
                && sql.holds("SELECT 1 FROM main.sqlite_sequence WHERE name = " + Quoted.text(table));
    }

    static String list(String prefix, List<String> names) {
        return names.stream().map(it -> prefix + Quoted.name(it)).collect(Collectors.joining(", "));
    }
}
