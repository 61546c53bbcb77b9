package restrack.copy.rehearsal;

import java.util.Optional;
import java.util.function.Consumer;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Plan;
import restrack.apply.Project;
import restrack.database.Database;

/**
 * An upgrade on a clone of the data: every script runs there as it would on the database itself, then the way back is
 * gone, and the way up once more. The database is only read.
 */
public final class Rehearsal {
    private final Project project;
    private final RehearsalOptions options;
    private final Consumer<Database> concerns;

    /**
     * @param project  the project; its database is only read
     * @param options  what is to be rehearsed
     * @param concerns is told which database is being worked on, so that it can be interrupted, and null when nothing
     *                 is left of the clone
     */
    public Rehearsal(Project project, RehearsalOptions options, Consumer<Database> concerns) {
        this.project = project;
        this.options = options;
        this.concerns = concerns;
    }

    /**
     * Rehearses. The clone is gone afterwards, whatever happens.
     *
     * @return what came of it; a script that failed is in it
     * @throws MigrateException what an upgrade is refused with before anything runs, but for hazards; {@code usage} for
     *                          a database in memory; {@code forbidden_statement} for SQL that names another file;
     *                          {@code disk_full}, {@code file_error} where no clone can be made; {@code interrupted}
     */
    public RehearsalReport run() {
        if (project.url().memory()) {
            throw new MigrateException(ErrorKind.USAGE, project.url().display() + " is a database in memory: it begins "
                    + "empty and ends with the command, so there is nothing to clone.",
                    "Name a database in a file with `--url`.");
        }
        try {
            return onClone();
        } finally {
            concerns.accept(null);
        }
    }

    private RehearsalReport onClone() {
        try (var clone = Clone.of(project, options.place(), concerns); var copy = project.on(clone.url())) {
            var programme = Programme.of(copy, options);
            try (var database = copy.open()) {
                concerns.accept(database);
                var walk = new Walk(copy, database, options.allowed());
                var trip = Optional.<RoundTrip>empty();
                var failure = Optional.<MigrateException>empty();
                try {
                    trip = perform(programme, walk);
                } catch (MigrateException e) {
                    failure = Optional.of(failed(e));
                }
                return new RehearsalReport(clone.bytes(), clone.millis(), walk.scripts(), failure, trip,
                        programme.back().end());
            }
        }
    }

    /** {@return what came of the way back, if there is one} The repeatable scripts follow the first way up. */
    private static Optional<RoundTrip> perform(Programme programme, Walk up) {
        up.steps(programme.lower());
        if (programme.back().steps().isEmpty()) {
            up.repeatables(programme.repeatables());
            return Optional.empty();
        }
        var start = up.picture();
        boolean kept = up.isAwaited(programme.upper());
        up.steps(programme.upper());
        var top = up.picture();
        var made = Deviation.NONE;
        if (!programme.repeatables().isEmpty()) {
            up.repeatables(programme.repeatables());
            var scripts = top;
            top = up.picture();
            // Nothing takes back what they make, so it is there at the lower end too.
            made = up.deviation(scripts, top);
        }
        return Optional.of(roundTrip(programme, up, start, top, made, kept));
    }

    /**
     * On the way back hazards do not count: what would be lost there is compared.
     *
     * @param made what repeatable scripts made, which nothing takes back
     * @param kept whether the way up brought back what had been kept: then the way back keeps it once more, for the
     *             next way up to do the same
     */
    private static RoundTrip roundTrip(Programme programme, Walk up, Picture start, Picture top, Deviation made,
                                       boolean kept) {
        var down = kept ? up.keeping(Plan.hazards()) : up.accepting(Plan.hazards());
        var again = up.accepting(Plan.hazards());
        var back = Optional.<Deviation>empty();
        var repeated = Optional.<Deviation>empty();
        var failure = Optional.<MigrateException>empty();
        try {
            down.steps(programme.back().steps());
            back = Optional.of(down.deviation(start, down.picture()).without(made));
            again.steps(programme.upper());
            repeated = Optional.of(again.deviation(top, again.picture()));
        } catch (MigrateException e) {
            failure = Optional.of(failed(e));
        }
        return new RoundTrip(down.scripts(), back, again.scripts(), repeated, failure);
    }

    /** {@return the error with what stands added} Ctrl-C ends the rehearsal. */
    private static MigrateException failed(MigrateException error) {
        var hint = (error.hint().isEmpty() ? "" : error.hint() + " ")
                + "This was a clone: the database itself was not touched.";
        var failed = new MigrateException(error.kind(), error.getMessage(), hint, error);
        if (error.kind() == ErrorKind.INTERRUPTED) {
            throw failed;
        }
        return failed;
    }
}
