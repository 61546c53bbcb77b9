package restrack.apply;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.compile.MigrationCompiler;
import restrack.compile.MigrationOp;
import restrack.database.Database;
import restrack.sql.Statement;

/** Runs what a script says. Transactions and records are the caller's. */
final class Execution {
    private final Database database;

    Execution(Database database) {
        this.database = database;
    }

    /** Runs a step in the transaction that is open. */
    void run(Step step) {
        if (step instanceof Step.Sql sql) {
            run(sql.statements(), sql.script().file().toString());
        } else if (step instanceof Step.Java java) {
            run(java);
        }
    }

    /**
     * Commits what one script did.
     *
     * @throws MigrateException {@code script_failed} naming the script, where it left a deferred key broken
     */
    void commit(Path file) {
        try {
            database.commit();
        } catch (MigrateException e) {
            if (e.kind() != ErrorKind.DATABASE_ERROR) {
                throw e;
            }
            throw scriptFailed(file + ": " + e.getMessage(), "What is deferred is checked when the script ends.", e);
        }
    }

    /**
     * Runs statements one by one.
     *
     * @param file the script, for messages
     * @throws MigrateException {@code script_failed}, naming file, line and statement
     */
    void run(List<Statement> statements, String file) {
        for (var statement : statements) {
            run(statement, file);
        }
    }

    void run(Statement statement, String file) {
        try (var jdbc = database.connection().createStatement()) {
            if (jdbc.execute(statement.text())) {
                // SQLite runs a query only as far as it is read: INSERT … RETURNING, SELECT of a function that acts.
                try (var rows = jdbc.getResultSet()) {
                    while (rows.next()) {
                        continue;
                    }
                }
            }
        } catch (SQLException e) {
            throw failed(e, statement, file);
        }
    }

    private MigrateException failed(SQLException error, Statement statement, String file) {
        var explained = database.explain(error, file + ":" + statement.line());
        if (explained.kind() != ErrorKind.DATABASE_ERROR) {
            return explained;
        }
        return scriptFailed(explained.getMessage() + "\n    " + Excerpt.of(statement), explained.hint(), error);
    }

    private void run(Step.Java step) {
        try (var watch = database.watch()) {
            try (var op = MigrationOp.open(database.connection(), database.dialect(), () -> !watch.ended())) {
                if (step.direction() == Direction.UP) {
                    step.migration().up(op);
                } else {
                    step.migration().down(op);
                }
            } catch (Exception | Error e) {
                throw failed(e, step);
            }
            if (watch.ended()) {
                throw new MigrateException(ErrorKind.SCRIPT_FAILED, step.script().file()
                        + ": the transaction was ended behind the toolkit's back (" + watch.how() + ").",
                        watch.how().equals("commit") ? "What the script did until then stands, and is not recorded."
                                : "What the script did until then is undone.");
            }
        }
    }

    /** {@return what a Java script threw, with its line} What the database said goes before what Jdbi made of it. */
    private MigrateException failed(Throwable thrown, Step.Java step) {
        var line = MigrationCompiler.lineOf(step.migration(), thrown);
        var place = step.script().file() + (line.isPresent() ? ":" + line.getAsInt() : "");
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var explained = database.explain(sql, place);
                return explained.kind() == ErrorKind.DATABASE_ERROR
                        ? scriptFailed(explained.getMessage(), explained.hint(), thrown) : explained;
            }
            if (cause instanceof MigrateException ours && !(ours.getCause() instanceof SQLException)) {
                return new MigrateException(ours.kind(), place + ": " + ours.getMessage(), ours.hint(), thrown);
            }
        }
        var message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return scriptFailed(place + ": " + message, "", thrown);
    }

    /** {@return an error that says of a script in a transaction what stands of it} */
    static MigrateException withNothingKept(MigrateException error) {
        return error.kind() != ErrorKind.SCRIPT_FAILED || !error.hint().isEmpty() ? error
                : scriptFailed(error.getMessage(), "Nothing of this script was kept. Mend it, then run the command "
                        + "again.", error);
    }

    private static MigrateException scriptFailed(String message, String hint, Throwable cause) {
        return new MigrateException(ErrorKind.SCRIPT_FAILED, message, hint, cause);
    }
}
