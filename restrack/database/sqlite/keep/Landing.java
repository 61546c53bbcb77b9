package restrack.database.sqlite.keep;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.database.Taken.Kind;
import restrack.database.sqlite.catalog.Quoted;

/**
 * Moves rows of a side table to where they belong: all at once, or one of them. What does not fit exactly, as the value
 * and of the storage class that it was, is an error; the caller then undoes what was done.
 */
final class Landing {
    private static final String THERE = "kept_there";
    private static final String HERE = "kept_here";

    /** How many rows have come back, and how many of them replaced another one. */
    record Count(long back, long replaced) {
        Count plus(Count other) {
            return new Count(back + other.back, replaced + other.replaced);
        }
    }

    private final Sql sql;
    private final Side side;
    private final Shape table;
    /** The greatest number whose row is certainly the one that it was, once it is known. */
    private OptionalLong certain = OptionalLong.empty();

    Landing(Sql sql, Side side, Shape table) {
        this.sql = sql;
        this.side = side;
        this.table = table;
    }

    /**
     * Moves rows.
     *
     * @param number    the row of the side table; 0 for all
     * @param withRowid whether a row that is inserted gets the rowid that it had, which may be taken
     */
    Count move(long number, boolean withRowid) throws SQLException, Unfit {
        try {
            return side.parcel().kind() == Kind.COLUMN ? values(one(number)) : rows(one(number), withRowid);
        } catch (SQLException e) {
            throw Unfit.of(e);
        }
    }

    private String one(long number) {
        return number == 0 ? "" : " AND " + here(side.number()) + " = " + number;
    }

    private Count values(String which) throws SQLException, Unfit {
        var column = side.parcel().column();
        var match = sameRow() + which;
        sql.change("UPDATE " + table() + " SET " + Quoted.name(column) + " = " + here(column) + " FROM " + side()
                + " WHERE " + match);
        refuseChanged(List.of(column), match);
        return new Count(settle(match), 0);
    }

    /**
     * Where the key is a number that SQLite gives and gives again, a row with that number may be another one by now. It
     * is certainly the same if all else in it is. And so are those with a smaller number than one that is the same: as
     * long as that one was there, new rows got greater numbers ("SQLite Autoincrement", 2).
     */
    private String sameRow() throws SQLException {
        var key = side.key();
        if (table.alias().isEmpty() || !table.alias().equalsIgnoreCase(key.get(0)) || key.size() == 1) {
            return same(key, side.parcel().rowid());
        }
        var number = same(key.subList(0, 1), "");
        var rest = same(key.subList(1, key.size()), "");
        if (certain.isEmpty()) {
            certain = OptionalLong.of(sql.number("SELECT coalesce(max(" + there(key.get(0)) + "), " + Long.MIN_VALUE
                    + ") FROM " + table() + ", " + side() + " WHERE " + number + " AND " + rest));
        }
        return number + " AND (" + there(key.get(0)) + " <= " + certain.getAsLong() + " OR " + rest + ")";
    }

    private Count rows(String which, boolean withRowid) throws SQLException, Unfit {
        var rowid = withRowid ? side.parcel().rowid() : "";
        var key = key();
        long replaced = 0;
        long back = 0;
        if (!key.isEmpty() || !rowid.isEmpty()) {
            var match = (key.isEmpty() ? rowids() : equal(key)) + which;
            var equal = side.columns().stream().map(Landing::isExact).collect(Collectors.joining(" AND "));
            var set = assigned(key.isEmpty() ? "" : rowid);
            if (side.parcel().kind() == Kind.TABLE) {
                replaced = sql.change("UPDATE " + table() + " SET " + set + " FROM " + side() + " WHERE " + match
                        + " AND NOT (" + equal + (rowid.isEmpty() ? "" : " AND " + rowids()) + ")");
                refuseChanged(side.columns(), match);
            }
            back = settle(match + " AND " + equal);
        }
        return new Count(back, replaced).plus(new Count(insert(rowid, which), 0));
    }

    private long insert(String rowid, String which) throws SQLException, Unfit {
        var names = new ArrayList<>(side.columns());
        if (!rowid.isEmpty()) {
            names.add(0, rowid);
        }
        var targets = side.columns().stream().map(Quoted::name).collect(Collectors.toCollection(ArrayList::new));
        if (!rowid.isEmpty()) {
            targets.add(0, table.rowid());
        }
        long inserted = sql.change("INSERT INTO main." + Quoted.name(table.name()) + " (" + String.join(", ", targets)
                + ") SELECT " + Removal.list(HERE + ".", names) + " FROM " + side() + " WHERE 1" + which + " ORDER BY "
                + here(side.number()));
        var match = !rowid.isEmpty() ? rowids() : key().isEmpty() ? "" : equal(key());
        if (!match.isEmpty()) {
            refuseChanged(side.columns(), match + which);
        }
        sql.change("DELETE FROM " + side() + " WHERE 1" + which);
        return inserted;
    }

    /** {@return the primary key, if the side table has it} */
    private List<String> key() {
        return table.primaryKey().stream().allMatch(it -> Shape.contains(side.columns(), it)) ? table.primaryKey()
                : List.of();
    }

    private String assigned(String rowid) {
        var columns = side.columns().stream().map(it -> Quoted.name(it) + " = " + here(it));
        return (rowid.isEmpty() ? columns : Stream.concat(Stream.of(table.rowid() + " = " + here(rowid)), columns))
                .collect(Collectors.joining(", "));
    }

    /** A column may take a value as another one: '1' as 1. */
    private void refuseChanged(List<String> columns, String match) throws SQLException, Unfit {
        for (var column : columns) {
            if (sql.holds("SELECT 1 FROM " + table() + ", " + side() + " WHERE " + match + " AND NOT ("
                    + isExact(column) + ") LIMIT 1")) {
                throw new Unfit(table.name() + "." + column + " would store it as something else");
            }
        }
    }

    /** {@return how many rows are where they belong} They leave the side table. */
    private long settle(String match) throws SQLException {
        return sql.change("DELETE FROM " + side() + " WHERE EXISTS (SELECT 1 FROM " + table() + " WHERE " + match
                + ")");
    }

    /** The side table stands left, so that texts are compared byte by byte, whatever the collation. */
    private static String isExact(String column) {
        return here(column) + " IS " + there(column) + " AND typeof(" + here(column) + ") = typeof(" + there(column)
                + ")";
    }

    /** Compared twice: an index with the column's own collation may be used, and no two rows may match. */
    private String same(List<String> columns, String rowid) {
        var words = columns.stream().map(it -> there(it) + " IS " + here(it) + " AND " + there(it) + " IS " + here(it)
                + " COLLATE BINARY");
        return (rowid.isEmpty() ? words : Stream.concat(Stream.of(rowids()), words))
                .collect(Collectors.joining(" AND "));
    }

    /** NULL is equal to nothing here: a key with it is no key. */
    private static String equal(List<String> columns) {
        return columns.stream().map(it -> there(it) + " = " + here(it)).collect(Collectors.joining(" AND "));
    }

    private String rowids() {
        return THERE + "." + table.rowid() + " = " + here(side.parcel().rowid());
    }

    private String table() {
        return "main." + Quoted.name(table.name()) + " AS " + THERE;
    }

    private String side() {
        return side.sql() + " AS " + HERE;
    }

    private static String there(String column) {
        return THERE + "." + Quoted.name(column);
    }

    private static String here(String column) {
        return HERE + "." + Quoted.name(column);
    }
}
