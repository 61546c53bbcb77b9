package restrack.copy.rehearsal;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Done;
import restrack.apply.Plan;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.apply.RunOptions;
import restrack.apply.Runner;
import restrack.apply.Step;
import restrack.database.Database;
import restrack.history.History;
import restrack.schema.Described;
import restrack.schema.Difference;
import restrack.schema.Schema;
import restrack.script.RepeatableScript;

/**
 * Runs scripts on the clone, each in a transaction of its own, and measures what each does. A hazard that was not
 * accepted is noted, and its script then runs all the same: on a clone nothing is lost, and what comes behind it is
 * worth knowing.
 */
final class Walk {
    private final Project project;
    private final Database database;
    private final History history;
    private final Set<String> allowed;
    private final boolean keepData;
    private final List<Rehearsed> scripts = new ArrayList<>();
    private final List<MigrateException> refused = new ArrayList<>();
    private final Deque<Path> files = new ArrayDeque<>();
    private Schema schema;
    private long bytes;
    private long begun;

    /**
     * @param project  whose database is the clone
     * @param database the clone
     * @param allowed  the hazards that the user accepts
     */
    Walk(Project project, Database database, Set<String> allowed) {
        this(project, database, allowed, false);
    }

    private Walk(Project project, Database database, Set<String> allowed, boolean keepData) {
        this.project = project;
        this.database = database;
        this.history = project.history(database);
        this.allowed = allowed;
        this.keepData = keepData;
    }

    /** {@return a walk that goes on from here with other hazards accepted} */
    Walk accepting(Set<String> hazards) {
        return new Walk(project, database, hazards);
    }

    /** {@return the same, and what is taken away is kept} */
    Walk keeping(Set<String> hazards) {
        return new Walk(project, database, hazards, true);
    }

    /** {@return whether something is kept that comes back with one of these scripts} */
    boolean isAwaited(List<Step> steps) {
        return !history.kept().waitingFor(steps.stream().flatMap(it -> it.revision().standsFor().stream()).toList())
                .isEmpty();
    }

    /** {@return what the clone is now} All its rows are read. */
    Picture picture() {
        return Picture.of(database, history.tableNames());
    }

    /** {@return what is other in a picture of what the clone is now} */
    Deviation deviation(Picture before, Picture now) {
        return Deviation.between(before, now, database.equality());
    }

    /** {@return what has run} After an error too. */
    List<Rehearsed> scripts() {
        return scripts;
    }

    /**
     * Runs scripts.
     *
     * @throws MigrateException of the one that failed; it left nothing
     */
    void steps(List<Step> steps) {
        begin(steps.stream().map(it -> it.script().file()).toList());
        int first = scripts.size();
        for (int next = 0; next < steps.size(); next = scripts.size() - first) {
            try {
                run(steps.subList(next, steps.size()), allowed);
            } catch (MigrateException e) {
                if (e.kind() != ErrorKind.HAZARD || allowed.containsAll(Plan.hazards())) {
                    throw e;
                }
                refused.add(e);
                next = scripts.size() - first;
                run(steps.subList(next, next + 1), Plan.hazards());
            }
        }
    }

    private void run(List<Step> steps, Set<String> accepted) {
        new Runner(database, history, new RunOptions(accepted, false, keepData), this::measure)
                .run(steps, history.lastEvent());
    }

    /** Runs repeatable scripts. */
    void repeatables(List<RepeatableScript> repeatables) {
        begin(repeatables.stream().map(RepeatableScript::file).toList());
        new Repeatables(project.dialect(), project.placeholders()).run(repeatables, database, history, this::measure);
    }

    private void begin(List<Path> next) {
        files.clear();
        files.addAll(next);
        schema = Picture.schema(database, history.tableNames());
        bytes = database.bytes();
        begun = System.nanoTime();
    }

    private void measure(Done done) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        var before = schema;
        long sizeBefore = bytes;
        schema = Picture.schema(database, history.tableNames());
        bytes = database.bytes();
        var changes = Difference.of(before, schema, database.equality()).stream().map(Described::of)
                .filter(it -> !it.isForInformation()).toList();
        scripts.add(new Rehearsed(done, files.remove(), millis, sizeBefore, bytes, changes, refused));
        refused.clear();
        begun = System.nanoTime();
    }
}
