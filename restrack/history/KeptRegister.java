package restrack.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Parcel;
import restrack.database.Taken;

/**
 * What is kept of scripts that were taken back. The table is made with the first that is; reading never makes it.
 * Writing happens in the caller's transaction.
 */
public final class KeptRegister {
    private final Database database;
    private final Tables tables;
    /** The {@link Database#turn} in which it was seen that there is no register. */
    private OptionalLong absent = OptionalLong.empty();

    KeptRegister(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** {@return all that is kept, in the order in which it was} */
    public List<Kept> all() {
        var all = new ArrayList<Kept>();
        if (isAbsent()) {
            return all;
        }
        try (var query = database.connection().prepareStatement("""
                SELECT id, revision, kind, table_name, column_name, side_table, rowid_name, sequence, kept_rows,
                    kept_at, remains FROM %s ORDER BY id""".formatted(tables.kept()));
             var rows = query.executeQuery()) {
            while (rows.next()) {
                var parcel = new Parcel(Taken.Kind.valueOf(rows.getString(3)), rows.getString(4), rows.getString(5),
                        rows.getString(6), rows.getString(7), rows.getLong(8), rows.getLong(9));
                all.add(new Kept(rows.getLong(1), rows.getString(2), parcel, rows.getString(10), rows.getString(11)));
            }
            return all;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private boolean isAbsent() {
        var turn = database.turn();
        if (turn.isPresent() && turn.equals(absent)) {
            return true;
        }
        boolean is = !database.hasTable(tables.kept());
        absent = is ? turn : OptionalLong.empty();
        return is;
    }

    /** {@return what comes back when these revisions are applied again, in the order in which it was kept} */
    public List<Kept> waitingFor(Collection<String> revisions) {
        return all().stream().filter(it -> it.waits() && revisions.contains(it.revision())).toList();
    }

    /** {@return the number that the next one gets, whose side table is not there yet} The register is made for it. */
    public long next() {
        absent = OptionalLong.empty();
        write(database.dialect().ownTable("""
                CREATE TABLE IF NOT EXISTS %s (
                    id BIGINT NOT NULL PRIMARY KEY,
                    revision VARCHAR(100) NOT NULL,
                    kind VARCHAR(10) NOT NULL,
                    table_name TEXT NOT NULL,
                    column_name TEXT NOT NULL,
                    side_table TEXT NOT NULL,
                    rowid_name VARCHAR(10) NOT NULL,
                    sequence BIGINT NOT NULL,
                    kept_rows BIGINT NOT NULL,
                    kept_at VARCHAR(30) NOT NULL,
                    remains TEXT NOT NULL
                )""".formatted(tables.kept())));
        long next = all().stream().mapToLong(Kept::id).max().orElse(0) + 1;
        while (database.hasTable(sideTable(next))) {
            next++;
        }
        return next;
    }

    /** {@return the name of a side table} */
    public String sideTable(long id) {
        return tables.kept() + "_" + id;
    }

    /** Adds what was kept. */
    public void add(Kept kept) {
        var parcel = kept.parcel();
        write("""
                INSERT INTO %s (id, revision, kind, table_name, column_name, side_table, rowid_name, sequence,
                    kept_rows, kept_at, remains) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(tables.kept()),
                kept.id(), kept.revision(), parcel.kind().name(), parcel.table(), parcel.column(), parcel.side(),
                parcel.rowid(), parcel.sequence(), parcel.rows(), kept.at(), kept.remains());
    }

    /** Notes that some of it did not come back, and why. */
    public void remains(Kept kept, long rows, String reason) {
        write("UPDATE %s SET kept_rows = ?, remains = ? WHERE id = ?".formatted(tables.kept()), rows, reason,
                kept.id());
    }

    /** Drops what was kept, its side table too; the register as well, when it was the last. */
    public void drop(Kept kept) {
        database.sideTables().drop(kept.parcel().side());
        write("DELETE FROM %s WHERE id = ?".formatted(tables.kept()), kept.id());
        if (!database.rows().has(tables.kept())) {
            database.sideTables().drop(tables.kept());
        }
    }

    private void write(String sql, Object... values) {
        try (var statement = database.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private MigrateException failed(SQLException error) {
        return database.explain(error, "What is kept could not be read or written");
    }
}
