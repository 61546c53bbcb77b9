package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.database.Parcel;
import restrack.database.Returned;
import restrack.database.Taken.Kind;
import restrack.database.sqlite.catalog.Quoted;

/**
 * Brings parcels back: all together, with foreign keys looked at in the end, as the rows were there together before.
 * Where that does not work, each by itself, and where that does not work, row by row.
 */
final class Homecoming {
    private static final String ALL = "migrate_all";
    private static final String ONE = "migrate_one";
    private static final String ROW = "migrate_row";

    private final Connection connection;
    private final Sql sql;

    Homecoming(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    List<Returned> bringBack(List<Parcel> parcels) throws SQLException {
        var triggers = new Triggers(sql, parcels);
        triggers.drop();
        var returned = together(parcels);
        if (returned.isEmpty()) {
            var one = new ArrayList<Returned>();
            for (var parcel : parcels) {
                one.add(alone(parcel));
            }
            returned = Optional.of(one);
        }
        for (var each : returned.get()) {
            if (each.back() > 0) {
                count(each.parcel());
            }
        }
        triggers.create();
        return returned.get();
    }

    private Optional<List<Returned>> together(List<Parcel> parcels) throws SQLException {
        long deferred = sql.number("PRAGMA defer_foreign_keys");
        long broken = broken(parcels);
        sql.run("SAVEPOINT " + ALL);
        sql.run("PRAGMA defer_foreign_keys = ON");
        boolean done = false;
        try {
            var returned = new ArrayList<Returned>();
            for (var parcel : parcels) {
                returned.add(whole(parcel));
            }
            done = broken(parcels) <= broken;
            return done ? Optional.of(returned) : Optional.empty();
        } catch (Unfit e) {
            return Optional.empty();
        } finally {
            end(ALL, done);
            sql.run("PRAGMA defer_foreign_keys = " + deferred);
        }
    }

    private Returned alone(Parcel parcel) throws SQLException {
        long broken = broken(List.of(parcel));
        sql.run("SAVEPOINT " + ONE);
        boolean done = false;
        try {
            var returned = whole(parcel);
            done = broken(List.of(parcel)) <= broken;
            if (done) {
                return returned;
            }
        } catch (Unfit e) {
            done = false;
        } finally {
            end(ONE, done);
        }
        return rowByRow(parcel, broken);
    }

    private Returned rowByRow(Parcel parcel, long broken) throws SQLException {
        var side = Side.of(connection, parcel);
        var landing = new Landing(sql, side, Shape.of(connection, parcel.table()).orElseThrow());
        var count = new Landing.Count(0, 0);
        var why = "";
        sql.run("SAVEPOINT " + ONE);
        // A row may need another one of the same table, which comes behind it.
        for (long before = -1; before != count.back();) {
            before = count.back();
            for (var number : sql.texts("SELECT " + Quoted.name(side.number()) + " FROM " + side.sql()
                    + " ORDER BY 1")) {
                try {
                    count = count.plus(row(landing, Long.parseLong(number)));
                } catch (Unfit e) {
                    why = e.getMessage();
                }
            }
        }
        boolean holds = broken(List.of(parcel)) <= broken;
        end(ONE, holds);
        return holds ? returned(parcel, side, count, why)
                : returned(parcel, side, new Landing.Count(0, 0), "FOREIGN KEY constraint failed");
    }

    private Landing.Count row(Landing landing, long number) throws SQLException, Unfit {
        try {
            return row(landing, number, true);
        } catch (Unfit e) {
            return row(landing, number, false);
        }
    }

    private Landing.Count row(Landing landing, long number, boolean withRowid) throws SQLException, Unfit {
        sql.run("SAVEPOINT " + ROW);
        boolean done = false;
        try {
            var count = landing.move(number, withRowid);
            done = true;
            return count;
        } finally {
            end(ROW, done);
        }
    }

    private Returned whole(Parcel parcel) throws SQLException, Unfit {
        var side = Side.of(connection, parcel);
        var obstacle = obstacle(side);
        if (!obstacle.isEmpty()) {
            return new Returned(parcel, 0, 0, parcel.rows(), obstacle);
        }
        var landing = new Landing(sql, side, Shape.of(connection, parcel.table()).orElseThrow());
        return returned(parcel, side, landing.move(0, true), "");
    }

    private Returned returned(Parcel parcel, Side side, Landing.Count count, String why) throws SQLException {
        long left = sql.number("SELECT count(*) FROM " + side.sql());
        var reason = !why.isEmpty() ? why : "the rows that " + (left == 1 ? "it belongs" : "they belong")
                + " to are gone, or not certainly the same";
        return new Returned(parcel, count.back(), count.replaced(), left, left == 0 ? "" : reason);
    }

    /** {@return why nothing of it can come back, whatever the rows are} */
    private String obstacle(Side side) throws SQLException {
        var parcel = side.parcel();
        var table = Shape.of(connection, parcel.table()).filter(Shape::isOrdinary);
        if (table.isEmpty()) {
            return "there is no table " + parcel.table();
        }
        for (var column : side.columns()) {
            if (!table.get().has(column)) {
                return (Shape.contains(table.get().computed(), column) ? "values are computed now in "
                        : "there is no column ") + parcel.table() + "." + column;
            }
        }
        return parcel.kind() == Kind.COLUMN && !parcel.rowid().isEmpty() && table.get().rowid().isEmpty()
                ? "the rows of " + parcel.table() + " cannot be known again" : "";
    }

    /** {@return how many rows have a foreign key that leads nowhere} What cannot be checked counts as one more. */
    private long broken(List<Parcel> parcels) throws SQLException {
        long broken = 0;
        if (sql.number("PRAGMA foreign_keys") != 0) {
            for (var table : parcels.stream().map(Parcel::table).distinct().toList()) {
                if (sql.holds("SELECT 1 FROM pragma_foreign_key_list(" + Quoted.text(table) + ", 'main') LIMIT 1")) {
                    broken += sql.number("SELECT count(*) FROM pragma_foreign_key_check(" + Quoted.text(table)
                            + ", 'main')");
                }
            }
        }
        return broken;
    }

    /** A key that was given once is not given again. */
    private void count(Parcel parcel) throws SQLException {
        if (parcel.sequence() > 0 && sql.holds("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'")) {
            var name = Quoted.text(parcel.table());
            sql.change("UPDATE main.sqlite_sequence SET seq = max(seq, " + parcel.sequence() + ") WHERE name = " + name
                    + " COLLATE NOCASE");
        }
    }

    private void end(String savepoint, boolean kept) throws SQLException {
        try {
            if (!kept) {
                sql.run("ROLLBACK TO " + savepoint);
            }
            sql.run("RELEASE " + savepoint);
        } catch (SQLException e) {
            // SQLite has ended the whole transaction by itself, as it does when the disk is full; that error counts.
            if (kept || !String.valueOf(e.getMessage()).contains("no such savepoint")) {
                throw e;
            }
        }
    }
}
