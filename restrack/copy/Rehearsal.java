package restrack.copy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Agreement;
import restrack.apply.Plan;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.apply.Step;
import restrack.database.Database;
import restrack.graph.Plans;
import restrack.script.RepeatableScript;
import restrack.sql.Excerpt;
import restrack.sql.Statement;

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
     * @param concerns is told which database is being worked on, so that it can be interrupted, and null when
     *                 nothing is left of the clone
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
     * @throws MigrateException what an upgrade is refused with before anything runs, but for hazards; {@code usage} for a
     *                          database in memory; {@code forbidden_statement} for a script that would touch another
     *                          file; {@code disk_full}, {@code file_error} where no clone can be made
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
            var state = copy.state();
            Agreement.requireForUpgrade(state, copy.settings().outOfOrder());
            var revisions = Plans.upgrade(state.graph(), state.applied(), List.of(options.target()));
            var steps = copy.planner().up(revisions, revision -> copy.script(revision, state));
            var repeatables = Repeatables.after(revisions, copy, state);
            var back = options.wayBack() ? WayBack.from(revisions, copy, state) : WayBack.NONE;
            refuseOtherFiles(copy, Stream.concat(steps.stream(), back.steps().stream()), repeatables);
            new Plan(copy, steps, repeatables, state.snapshot().lastEvent(), options.allowed()).refusals().stream()
                    .filter(it -> it.kind() != ErrorKind.HAZARD).findFirst().ifPresent(error -> {
                        throw error;
                    });
            try (var database = copy.open()) {
                concerns.accept(database);
                return run(copy, database, clone, steps, repeatables, back);
            }
        }
    }

    private RehearsalReport run(Project copy, Database database, Clone clone, List<Step> steps,
                                List<RepeatableScript> repeatables, WayBack back) {
        var walk = new Walk(copy, database, options.allowed());
        var trip = Optional.<RoundTrip>empty();
        var failure = Optional.<MigrateException>empty();
        try {
            int stay = steps.size() - back.steps().size();
            walk.steps(steps.subList(0, stay));
            if (back.steps().isEmpty()) {
                walk.repeatables(repeatables);
            } else {
                trip = Optional.of(roundTrip(copy, database, walk, steps.subList(stay, steps.size()), repeatables, back));
            }
        } catch (MigrateException e) {
            failure = Optional.of(failed(e));
        }
        return new RehearsalReport(clone.bytes(), clone.millis(), walk.scripts(), failure, trip, back.oneWay());
    }

    /** {@return what came of the steps up, down and up again} The repeatable scripts follow the first way up. */
    private RoundTrip roundTrip(Project copy, Database database, Walk walk, List<Step> steps,
                                List<RepeatableScript> repeatables, WayBack wayBack) {
        var own = copy.history(database).tableNames();
        var start = Picture.of(database, own);
        walk.steps(steps);
        var top = Picture.of(database, own);
        var made = Deviation.NONE;
        if (!repeatables.isEmpty()) {
            walk.repeatables(repeatables);
            var scripts = top;
            top = Picture.of(database, own);
            // Nothing takes back what they make, so it is there at the lower end too.
            made = Deviation.between(scripts, top, database.equality());
        }
        var down = new Walk(copy, database, Plan.hazards());
        var again = new Walk(copy, database, Plan.hazards());
        var back = Optional.<Deviation>empty();
        var repeated = Optional.<Deviation>empty();
        var failure = Optional.<MigrateException>empty();
        try {
            down.steps(wayBack.steps());
            back = Optional.of(Deviation.between(start, Picture.of(database, own), database.equality()).without(made));
            again.steps(steps);
            repeated = Optional.of(Deviation.between(top, Picture.of(database, own), database.equality()));
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

    /** What a script writes into other files would not be on a clone. */
    private static void refuseOtherFiles(Project copy, Stream<Step> steps, List<RepeatableScript> repeatables) {
        steps.forEach(step -> {
            if (step instanceof Step.Sql sql) {
                refuseOtherFiles(copy, sql.statements(), sql.script().file().toString());
            }
        });
        var reading = new Repeatables(copy.dialect(), copy.placeholders());
        repeatables.forEach(it -> refuseOtherFiles(copy, reading.statements(it), it.file().toString()));
    }

    private static void refuseOtherFiles(Project copy, List<Statement> statements, String file) {
        statements.stream().filter(copy.dialect()::namesAnotherFile).findFirst().ifPresent(statement -> {
            throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, file + ":" + statement.line() + ": `"
                    + Excerpt.of(statement) + "` cannot be rehearsed: it names another file, which is no clone. Nothing "
                    + "was run.", "Rehearse up to the script before it: `migrate rehearse REV`.");
        });
    }
}
