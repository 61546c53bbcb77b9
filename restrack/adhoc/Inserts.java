package restrack.adhoc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Loading;
import restrack.database.OnConflict;
import restrack.database.RowForm;
import restrack.database.TransactionWatch;
import restrack.schema.Name;

/**
 * Sends rows of one file to the database, so many at once as it likes. When some are refused, they go once more one by
 * one, so that each that is wrong is named.
 */
final class Inserts implements AutoCloseable {
    private static final String SAVEPOINT = "migrate_load";
    /** PostgreSQL takes 65,535 values in a statement (PostgreSQL documentation, "Limits"). */
    private static final int VALUES = 30_000;

    /** A row that waits: the line of the file, and its values. */
    private record Waiting(long line, List<Object> values) {
    }

    private final Database database;
    private final Loading loading;
    private final TransactionWatch watch;
    private final Problems problems;
    private final String file;
    private final int portion;
    private final PreparedStatement single;
    private final PreparedStatement many;
    private final boolean skips;
    private final List<Waiting> waiting = new ArrayList<>();
    private long rows;
    private long skipped;

    /**
     * @param watch      tells whether the transaction still stands
     * @param problems   where wrong rows are noted
     * @param file       the file, for messages
     * @param form       the table
     * @param columns    the columns that get values
     * @param onConflict what happens to a row whose key is there already
     */
    Inserts(Database database, TransactionWatch watch, Problems problems, String file, RowForm form,
            List<Name> columns, OnConflict onConflict) throws SQLException {
        this.database = database;
        this.loading = database.loading();
        this.watch = watch;
        this.problems = problems;
        this.file = file;
        this.portion = Math.max(1, Math.min(loading.portion(), VALUES / columns.size()));
        this.single = prepare(form, columns, onConflict, 1);
        this.many = portion == 1 ? single : prepare(form, columns, onConflict, portion);
        this.skips = onConflict == OnConflict.SKIP;
    }

    private PreparedStatement prepare(RowForm form, List<Name> columns, OnConflict onConflict, int count)
            throws SQLException {
        return database.connection().prepareStatement(database.dialect().insert(form, columns, onConflict, count));
    }

    /** {@return how many rows were inserted, or changed in the place of one that was there} */
    long rows() {
        return rows;
    }

    /** {@return how many rows were left out, because their key was there} */
    long skipped() {
        return skipped;
    }

    /** Takes a row. */
    void add(long line, List<Object> values) throws SQLException {
        if (loading.portion() == 1) {
            alone(new Waiting(line, values));
            return;
        }
        waiting.add(new Waiting(line, values));
        if (waiting.size() == portion) {
            flush();
        }
    }

    /** Sends what waits. */
    void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        say("SAVEPOINT ");
        try {
            together();
            say("RELEASE SAVEPOINT ");
        } catch (SQLException e) {
            single.clearBatch();
            refuseUnlessOfRow(e, waiting.get(0));
            say("ROLLBACK TO SAVEPOINT ");
            oneByOne();
        }
        waiting.clear();
    }

    private void together() throws SQLException {
        if (waiting.size() < portion) {
            for (var row : waiting) {
                bind(single, row, 0);
                single.addBatch();
            }
            for (int count : single.executeBatch()) {
                count(count);
            }
            return;
        }
        int place = 0;
        for (var row : waiting) {
            bind(many, row, place);
            place += row.values().size();
        }
        int count = many.executeUpdate();
        int taken = skips ? count : waiting.size();
        rows += taken;
        skipped += waiting.size() - taken;
    }

    private void oneByOne() throws SQLException {
        for (var row : waiting) {
            say("SAVEPOINT ");
            if (!alone(row)) {
                say("ROLLBACK TO SAVEPOINT ");
            }
            say("RELEASE SAVEPOINT ");
        }
    }

    /** {@return whether the database took the row} */
    private boolean alone(Waiting row) throws SQLException {
        bind(single, row, 0);
        try {
            count(single.executeUpdate());
            return true;
        } catch (SQLException e) {
            if (skips && loading.isTaken(e)) {
                skipped++;
                return false;
            }
            problems.add(refuseUnlessOfRow(e, row).getMessage());
            return false;
        }
    }

    private static void bind(PreparedStatement insert, Waiting row, int before) throws SQLException {
        for (int i = 0; i < row.values().size(); i++) {
            insert.setObject(before + i + 1, row.values().get(i));
        }
    }

    /** Some drivers do not tell the number for each of many rows; then they are all in. */
    private void count(int count) {
        if (count == 0) {
            skipped++;
        } else {
            rows++;
        }
    }

    /** {@return what the database has against a row} Whatever else it says ends the load. */
    private MigrateException refuseUnlessOfRow(SQLException error, Waiting row) {
        var explained = database.explain(error, file + ":" + row.line());
        if (explained.kind() != ErrorKind.DATABASE_ERROR || watch.ended()) {
            throw explained.hint().isEmpty() ? new MigrateException(explained.kind(), explained.getMessage(),
                    "Nothing was loaded.", explained) : explained;
        }
        return explained;
    }

    private void say(String what) throws SQLException {
        try (var statement = database.connection().createStatement()) {
            statement.execute(what + SAVEPOINT);
        }
    }

    @Override
    public void close() throws SQLException {
        single.close();
        many.close();
    }
}
