package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.TableChange;
import restrack.database.Way;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Said;
import restrack.database.sqlite.catalog.StandIns;
import restrack.database.sqlite.draft.CannotAlter;

/** An ALTER TABLE that is carried out: all of it or nothing, and with a proof that nothing else was touched. */
final class Alteration {
    private static final String SAVEPOINT = "migrate_alter";

    private final Connection connection;
    private final Set<String> allowed;

    Alteration(Connection connection, Set<String> allowed) {
        this.connection = connection;
        this.allowed = allowed;
    }

    List<TableChange> run(Target target) throws SQLException {
        var changes = new ArrayList<TableChange>();
        if (target.table().isPresent()) {
            execute("SAVEPOINT " + SAVEPOINT);
            boolean done = false;
            try {
                changes.addAll(run(target.statement(), target.table().get()));
                execute("RELEASE " + SAVEPOINT);
                done = true;
            } finally {
                if (!done) {
                    undo();
                }
            }
        }
        return changes.isEmpty() ? List.of(TableChanges.nothing(target)) : changes;
    }

    private List<TableChange> run(AlterStatement statement, String table) throws SQLException {
        var changes = new ArrayList<TableChange>();
        try (var planning = new Planning(Catalog.of(connection), table, new DefaultProbe(connection))) {
            for (var group : Planning.groups(statement.actions())) {
                while (!group.isEmpty()) {
                    var step = planning.next(group);
                    if (step.isPresent()) {
                        carryOut(step.get(), planning);
                        changes.add(TableChanges.change(step.get(), List.of()));
                    }
                }
            }
        }
        return changes;
    }

    private void carryOut(Step step, Planning planning) throws SQLException {
        try {
            run(step, planning);
        } catch (SQLException e) {
            if (StandIns.isMissing(e)) {
                throw CannotAlter.because(step.table() + " cannot be changed so here: " + Said.by(e) + ".",
                        "Only the application has it. Drop what needs it, and let the application create it again.");
            }
            if ((e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                throw new MigrateException(ErrorKind.ROWS_IN_THE_WAY, "The rows of " + step.table()
                        + " cannot be so: " + Said.by(e) + ".", "Mend the rows first.", e);
            }
            throw e;
        }
    }

    private void run(Step step, Planning planning) throws SQLException {
        step.refuse(connection, allowed);
        var guards = Guards.before(connection, step);
        if (step.way() == Way.NATIVE) {
            // SQLite looks at the whole schema then, and has to find every collation that is named there.
            try (var standIns = planning.standIns(connection)) {
                for (var statement : step.statements()) {
                    standIns.run(statement);
                }
            }
        } else {
            var proof = Proof.before(connection, step);
            long written = 0;
            long copied = 0;
            for (var statement : step.statements()) {
                long rows = execute(statement);
                written += rows;
                copied = copied == 0 && statement.startsWith("INSERT") ? rows : copied;
            }
            proof.after(written, copied);
        }
        guards.after();
    }

    /** {@return how many rows the statement itself has written} */
    private long execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (sql.startsWith("INSERT") || sql.startsWith("UPDATE") || sql.startsWith("DELETE")) {
                return statement.executeLargeUpdate(sql);
            }
            statement.execute(sql);
            return 0;
        }
    }

    private void undo() throws SQLException {
        try {
            execute("ROLLBACK TO " + SAVEPOINT);
            execute("RELEASE " + SAVEPOINT);
        } catch (SQLException e) {
            // SQLite has ended the whole transaction by itself, as it does when the disk is full.
            if (!String.valueOf(e.getMessage()).contains("no such savepoint")) {
                throw e;
            }
        } finally {
            execute("PRAGMA writable_schema = RESET");
        }
    }
}
