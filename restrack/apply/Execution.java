package restrack.apply;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Op;
import restrack.compile.Altering;
import restrack.compile.MigrationCompiler;
import restrack.compile.MigrationOp;
import restrack.database.Database;
import restrack.database.TableChange;
import restrack.sql.Statement;

/** Runs what a script says. Transactions and records are the caller's. */
public final class Execution {
    /** Runs one statement of a script, in the transaction that is open. */
    @FunctionalInterface
    public interface Running {
        /**
         * {@return what was done to tables; empty for a statement that was run as it stands}
         *
         * @throws SQLException     what the database said
         * @throws MigrateException as {@link Database#run} does; the place is put before it
         */
        List<TableChange> run(Statement statement) throws SQLException;
    }

    private final Database database;
    private final Running running;
    private final Optional<Keeping> keeping;
    private final List<String> notes = new ArrayList<>();
    private long written;

    /** As below, for scripts that nothing is kept of. */
    Execution(Database database, Set<String> allowed) {
        this(database, allowed, Optional.empty());
    }

    /**
     * @param allowed the hazards that the user accepts
     * @param keeping keeps what is taken away, and brings it back
     */
    Execution(Database database, Set<String> allowed, Optional<Keeping> keeping) {
        this(database, statement -> database.run(statement, allowed), keeping);
    }

    /**
     * @param database the database
     * @param running  how a statement is run, where more is wanted of it than {@link Database#run} tells
     */
    public Execution(Database database, Running running) {
        this(database, running, Optional.empty());
    }

    private Execution(Database database, Running running, Optional<Keeping> keeping) {
        this.database = database;
        this.running = running;
        this.keeping = keeping;
    }

    /** Begins a step: what runs from now on belongs to it. */
    void begin(Step step) {
        notes.clear();
        written = 0;
        keeping.ifPresent(it -> notes.addAll(it.begin(step)));
    }

    /** Ends a step whose statements have all run, in the transaction of its record. */
    void end() {
        keeping.ifPresent(it -> notes.addAll(it.after()));
    }

    /** {@return what should be known of the changes to tables since the last call of this} */
    List<String> takeNotes() {
        var taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    /** Takes note of rows that were written without this. */
    void wrote(long rows) {
        written += rows;
    }

    /** Takes note of what should be known of a script. */
    void note(String note) {
        notes.add(note);
    }

    /** {@return how many rows scripts have written since the last call of this} Records of ours do not count. */
    long takeWritten() {
        long taken = written;
        written = 0;
        return taken;
    }

    /**
     * Runs a step in the transaction that is open, from its beginning to its end.
     *
     * @throws MigrateException {@code script_failed}, or what {@link Database#run} throws, naming file and line
     */
    public void run(Step step) {
        begin(step);
        if (step instanceof Step.Sql sql) {
            run(sql.statements(), sql.script().file().toString());
        } else if (step instanceof Step.Java java) {
            run(java);
        }
        end();
    }

    /**
     * Commits what one script did.
     *
     * @throws MigrateException {@code script_failed} naming the script, where it left a deferred key broken
     */
    public void commit(Path file) {
        try {
            database.commit();
        } catch (MigrateException e) {
            if (e.kind() != ErrorKind.DATABASE_ERROR) {
                throw e;
            }
            throw scriptFailed(file + ": " + e.getMessage(), e.hint().isEmpty()
                    ? "What is deferred is checked when the script ends." : e.hint(), e);
        }
    }

    /**
     * Runs statements one by one.
     *
     * @param file the script, for messages
     * @throws MigrateException {@code script_failed}, or what {@link Database#run} throws, naming file, line and
     *                          statement
     */
    void run(List<Statement> statements, String file) {
        for (var statement : statements) {
            run(statement, file);
        }
    }

    void run(Statement statement, String file) {
        var place = new Place(file, statement);
        long before = database.rows().written();
        try {
            run(statement);
            written += database.rows().written() - before;
        } catch (SQLException e) {
            throw failed(e, place);
        } catch (MigrateException e) {
            throw place.put(e);
        }
    }

    private void run(Statement statement) throws SQLException {
        keep(statement);
        running.run(statement).forEach(it -> notes.addAll(it.notes()));
    }

    private void keep(Statement statement) {
        keeping.ifPresent(it -> notes.addAll(it.before(statement)));
    }

    /** {@return what the database said of a statement, with its place} */
    MigrateException failed(SQLException error, Place place) {
        var explained = database.explain(error, place.toString());
        if (explained.kind() != ErrorKind.DATABASE_ERROR) {
            return explained;
        }
        return scriptFailed(explained.getMessage() + "\n    " + place.excerpt(), explained.hint(), error);
    }

    private void run(Step.Java step) {
        if (inTransaction(step, !database.dialect().hasTransactionalDdl(), op -> migrate(step, op))) {
            // What is recorded of it belongs together.
            database.begin();
        }
    }

    /** Calls a migration that makes its transactions by itself. */
    void call(Step.Java step, Op op) {
        try {
            migrate(step, op);
        } catch (Exception | Error e) {
            throw failed(e, step);
        }
    }

    private static void migrate(Step.Java step, Op op) throws Exception {
        if (step.direction() == Direction.UP) {
            step.migration().up(op);
        } else {
            step.migration().down(op);
        }
    }

    /** What a Java script does in a transaction. */
    @FunctionalInterface
    interface JavaWork {
        void run(Op op) throws Exception;
    }

    /** Runs what a Java script does, in the transaction that is open, and that it may not end. */
    void inTransaction(Step.Java step, JavaWork work) {
        inTransaction(step, false, work);
    }

    /** {@return whether the database has committed the transaction by itself, which is an error unless it may} */
    private boolean inTransaction(Step.Java step, boolean mayCommit, JavaWork work) {
        boolean ended;
        long before = database.rows().written();
        try (var watch = database.watch()) {
            try (var op = MigrationOp.open(database.connection(), database.dialect(), () -> mayCommit || !watch.ended(),
                    new Watched())) {
                work.run(op);
            } catch (Exception | Error e) {
                if (watch.ended()) {
                    database.requireTurn();
                }
                throw failed(e, step);
            }
            ended = watch.ended();
            if (ended && !(mayCommit && watch.how().equals("commit"))) {
                database.requireTurn();
                throw new MigrateException(ErrorKind.SCRIPT_FAILED, step.script().file()
                        + ": the transaction was ended behind the toolkit's back (" + watch.how() + ").",
                        watch.how().equals("commit") ? "What the script did until then stands, and is not recorded."
                                : "What the script did until then is undone.");
            }
        }
        written += database.rows().written() - before;
        return ended;
    }

    /** What a Java script does to tables. */
    private final class Watched implements Altering {
        @Override
        public void run(Statement statement) throws SQLException {
            Execution.this.run(statement);
        }

        @Override
        public void before(Statement statement) {
            keep(statement);
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
        return scriptFailed(place + ": " + words(thrown), "", thrown);
    }

    /** {@return what an exception says} The name of a file alone would say nothing. */
    private static String words(Throwable thrown) {
        if (thrown instanceof NoSuchFileException missing) {
            return "There is no file " + missing.getFile() + ".";
        }
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
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
