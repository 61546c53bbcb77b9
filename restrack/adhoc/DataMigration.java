package restrack.adhoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.Migration;
import restrack.apply.BeforeFirstChange;
import restrack.apply.Execution;
import restrack.apply.Hazards;
import restrack.apply.Place;
import restrack.apply.Project;
import restrack.apply.Risks;
import restrack.apply.Step;
import restrack.apply.Unfinished;
import restrack.database.Database;
import restrack.graph.Revision;
import restrack.history.Event;
import restrack.history.History;
import restrack.script.Script;
import restrack.sql.RowAction;
import restrack.sql.Statement;

/** Scripts that are run once, outside the history, all of them in one transaction with their entries in the log. */
public final class DataMigration {
    private final Project project;
    private final List<Step> steps;
    private final Parameters parameters;
    private final Set<String> allowed;

    private DataMigration(Project project, List<Step> steps, Parameters parameters, Set<String> allowed) {
        this.project = project;
        this.steps = steps;
        this.parameters = parameters;
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Prepares scripts. Whatever can be wrong with them without looking at rows is found here; nothing is opened.
     *
     * @param project    the project
     * @param scripts    the scripts, in the order in which they run
     * @param parameters what {@code :name} stands for in SQL
     * @param allowed    the hazards that the user accepts
     * @throws MigrateException what {@link restrack.apply.Planner} throws; {@code unfinished}; {@code usage} for a
     *                          parameter that has no value or is used nowhere, and for an unknown hazard;
     *                          {@code hazard} for an UPDATE or DELETE without a condition
     */
    public static DataMigration of(Project project, List<Script> scripts, Parameters parameters, Set<String> allowed) {
        Hazards.requireKnownAdHoc(allowed);
        var byRevision = scripts.stream().collect(Collectors.toMap(Script::revision, Function.identity(),
                (one, again) -> one));
        List<Revision> revisions = scripts.stream().map(Script::revision).toList();
        var steps = plan(project, revisions, byRevision);
        var statements = new ArrayList<Statement>();
        for (var step : steps) {
            if (step instanceof Step.Sql sql) {
                requireUndoable(project, sql);
            }
            requireOneTransaction(step);
            if (step instanceof Step.Sql sql) {
                look(sql, parameters, allowed);
                statements.addAll(sql.statements());
            }
        }
        parameters.requireUsed(statements);
        Unfinished.refuse(steps, List.of(), project.dialect().syntax());
        return new DataMigration(project, steps, parameters, allowed);
    }

    /** {@return the steps} What a script of the history may say outside a transaction, may not be said here at all. */
    private static List<Step> plan(Project project, List<Revision> revisions, Map<Revision, Script> scripts) {
        try {
            return project.planner().up(revisions, scripts::get);
        } catch (MigrateException e) {
            throw e.kind() == ErrorKind.FORBIDDEN_STATEMENT ? inOneTransaction(e) : e;
        }
    }

    private static MigrateException inOneTransaction(MigrateException e) {
        return new MigrateException(e.kind(), e.getMessage(), "`migrate run` runs everything in one transaction. Leave "
                + "this out; or make a revision of it that does not: with `-- migrate:up transaction:false` in SQL, "
                + "with @InBatches in Java.", e);
    }

    /** Batches would be commits, and a failure in the middle would leave a part: what has none of that is refused. */
    private static void requireOneTransaction(Step step) {
        if (step.transactional()) {
            return;
        }
        boolean java = step instanceof Step.Java;
        var batch = step instanceof Step.Sql sql ? sql.batches().keySet().stream().findFirst()
                : Optional.<Integer>empty();
        var file = step.script().file().toString();
        throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, batch.map(it -> new Place(file,
                ((Step.Sql) step).statements().get(it)).toString()).orElse(file) + ": `migrate run` runs everything in "
                + "one transaction, and this " + (java ? "class says @InBatches" : batch.isPresent()
                ? "statement is to run in batches" : "file says transaction:false") + ".",
                "Make a revision of it: `revision -m \"…\"" + (java ? " --java" : "") + "`, then `migrate upgrade`"
                + (java ? ". Or make the change without op.batches." : batch.isPresent()
                ? ". Or take out the line `-- migrate:batch`." : "."));
    }

    /** What commits by itself would keep what stands before it, whatever becomes of the rest. */
    private static void requireUndoable(Project project, Step.Sql step) {
        for (var statement : step.statements()) {
            if (!project.dialect().rules().isUndoneAsAWhole(List.of(statement))) {
                var place = new Place(step.script().file().toString(), statement);
                throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, place + ": `" + place.excerpt() + "` commits "
                        + "by itself on this database, and `migrate run` runs everything in one transaction.",
                        "Make a revision of it: `revision -m \"…\"`, then `migrate upgrade`, which keeps a journal of "
                        + "such statements.");
            }
        }
    }

    private static void look(Step.Sql step, Parameters parameters, Set<String> allowed) {
        var file = step.script().file().toString();
        if (step.statements().isEmpty()) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, file + ": There is no statement to run.", "");
        }
        for (var statement : step.statements()) {
            var place = new Place(file, statement);
            parameters.bind(place);
            if (!allowed.contains(Hazards.ALL_ROWS) && isForEveryRow(statement)) {
                throw new MigrateException(ErrorKind.HAZARD, place + ": `" + place.excerpt() + "` has no WHERE, so it "
                        + "is for every row of its table.", "Add a condition; or, if every row is meant, say `--allow "
                        + Hazards.ALL_ROWS + "`.");
            }
        }
    }

    /** {@return the migration of the Java script that runs last, whose fields may want values} */
    public Optional<Migration> lastJava() {
        return steps.get(steps.size() - 1) instanceof Step.Java java ? Optional.of(java.migration()) : Optional.empty();
    }

    /** {@return whether there are only queries, which {@link #read} runs} */
    public boolean isOnlyRead() {
        return steps.stream().allMatch(step -> step instanceof Step.Sql sql && sql.statements().stream()
                .allMatch(it -> it.starts("EXPLAIN")
                        || RowAction.of(it).filter(action -> !action.changes()).isPresent()));
    }

    /**
     * {@return whether data could be lost, or nobody can tell} As in {@link Risks}, and where a statement changes or
     * deletes every row of a table.
     */
    public boolean risksData() {
        return new Risks(project, steps).any() || steps.stream().anyMatch(step -> step instanceof Step.Sql sql
                && sql.statements().stream().anyMatch(DataMigration::isForEveryRow));
    }

    private static boolean isForEveryRow(Statement statement) {
        return RowAction.of(statement).filter(RowAction::everyRow).isPresent();
    }

    /**
     * Runs scripts that are {@link #isOnlyRead only read}: without a lock, and without an entry in the log.
     *
     * @param database the database, which may be open for reading only
     * @return what the queries answered
     */
    public List<RanScript> read(Database database) {
        return steps.stream().map(step -> run(step, database)).toList();
    }

    /**
     * Runs the scripts.
     *
     * @param database  the database, open
     * @param message   what it is for, for the log; empty to take what each script says
     * @param arguments what the Java script was given, by name, for the log
     * @param dryRun    whether everything is rolled back in the end
     * @param before    what is done under the lock, before anything is changed
     * @return what was done
     * @throws MigrateException {@code hazard} where rows would be lost, {@code script_failed} and what else running
     *                          comes to; everything is rolled back then
     */
    public List<RanScript> run(Database database, String message, Map<String, String> arguments, boolean dryRun,
                               BeforeFirstChange before) {
        while (true) {
            try {
                return once(database, message, arguments, dryRun, before);
            } catch (MigrateException e) {
                if (before != BeforeFirstChange.NOTHING || !database.mayRunAgain(e)) {
                    throw withNothingKept(e);
                }
            }
        }
    }

    private List<RanScript> once(Database database, String message, Map<String, String> arguments, boolean dryRun,
                                 BeforeFirstChange before) {
        var history = project.history(database);
        database.begin();
        try {
            if (before != BeforeFirstChange.NOTHING) {
                database.waitInOneGo();
            }
            var done = new ArrayList<RanScript>();
            var first = before.run(database);
            if (!dryRun) {
                // Before the first change: where such statements commit, they must not commit rows.
                history.create();
                history.lastEvent();
                first.ifPresent(history::log);
            }
            var hazards = new Hazards(allowed);
            for (var step : steps) {
                hazards.refuse(step, database);
                long start = System.nanoTime();
                var ran = run(step, database);
                hazards.ran(step);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                done.add(ran);
                if (!dryRun) {
                    log(history, step, message.isEmpty() ? ran.message() : message, millis, arguments, ran.changed());
                }
            }
            end(database, dryRun);
            return done;
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
    }

    private RanScript run(Step step, Database database) {
        var file = step.script().file().toString();
        var telling = new Telling(database, allowed, parameters, file);
        long before = database.rows().written();
        new Execution(database, telling).run(step);
        var message = step.revision().message();
        return step instanceof Step.Java
                ? new RanScript(file, message, List.of(), database.rows().written() - before)
                : new RanScript(file, message, telling.ran(),
                        telling.ran().stream().mapToLong(it -> it.changed().orElse(0)).sum());
    }

    private void end(Database database, boolean dryRun) {
        if (dryRun) {
            database.rollback();
        } else {
            new Execution(database, statement -> List.of())
                    .commit(steps.stream().map(it -> it.script().file()).toList());
        }
    }

    private void log(History history, Step step, String message, long millis, Map<String, String> arguments,
                     long changed) {
        var script = step.script();
        var detail = step instanceof Step.Java ? arguments.entrySet().stream()
                .map(it -> Parameters.recorded(it.getKey(), it.getValue())).collect(Collectors.joining("\n"))
                : parameters.recorded();
        history.log(new Event("run", script.file().toString(), message, millis, detail, script.text(), changed));
    }

    private static MigrateException withNothingKept(MigrateException error) {
        if (error.kind() == ErrorKind.FORBIDDEN_STATEMENT) {
            return inOneTransaction(error);
        }
        return error.kind() != ErrorKind.SCRIPT_FAILED || !error.hint().isEmpty() ? error
                : new MigrateException(error.kind(), error.getMessage(), "Nothing was kept of this run. Mend it, then "
                        + "run the command again.", error);
    }
}
