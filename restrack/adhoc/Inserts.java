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
import restrack.database.TransactionWatch;

/**
 * Sends rows of one file to the database, so many at once as it likes. When some are refused, they go once more one by
 * one, so that each that is wrong is named.
 */
final class Inserts {
    private static final String SAVEPOINT = "migrate_load";

    /** A row that waits: the line of the file, and its values. */
    private record Waiting(long line, List<Object> values) {
    }

    private final Database database;
    private final Loading loading;
    private final TransactionWatch watch;
    private final Problems problems;
    private final String file;
    private final PreparedStatement insert;
    private final boolean skips;
    private final List<Waiting> waiting = new ArrayList<>();
    private long rows;
    private long skipped;

    /**
     * @param watch      tells whether the transaction still stands
     * @param problems   where wrong rows are noted
     * @param file       the file, for messages
     * @param insert     the statement, which the caller closes
     * @param onConflict what it does with a row whose key is there already
     */
    Inserts(Database database, TransactionWatch watch, Problems problems, String file, PreparedStatement insert,
            OnConflict onConflict) {
        this.database = database;
        this.loading = database.loading();
        this.watch = watch;
        this.problems = problems;
        this.file = file;
        this.insert = insert;
        this.skips = onConflict == OnConflict.SKIP;
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
            single(new Waiting(line, values));
            return;
        }
        waiting.add(new Waiting(line, values));
        if (waiting.size() == loading.portion()) {
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
            for (var row : waiting) {
                bind(row);
                insert.addBatch();
            }
            for (int count : insert.executeBatch()) {
                count(count);
            }
            say("RELEASE SAVEPOINT ");
        } catch (SQLException e) {
            insert.clearBatch();
            refuseUnlessOfRow(e, waiting.get(0));
            say("ROLLBACK TO SAVEPOINT ");
            oneByOne();
        }
        waiting.clear();
    }

    private void oneByOne() throws SQLException {
        for (var row : waiting) {
            say("SAVEPOINT ");
            if (!single(row)) {
                say("ROLLBACK TO SAVEPOINT ");
            }
            say("RELEASE SAVEPOINT ");
        }
    }

    /** {@return whether the database took the row} */
    private boolean single(Waiting row) throws SQLException {
        bind(row);
        try {
            count(insert.executeUpdate());
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

    private void bind(Waiting row) throws SQLException {
        for (int i = 0; i < row.values().size(); i++) {
            insert.setObject(i + 1, row.values().get(i));
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
}
