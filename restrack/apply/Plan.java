package restrack.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.UnderLock;
import restrack.history.History;
import restrack.script.RepeatableScript;

/** What a command is going to do, decided before anything runs. */
public final class Plan {
    private final Project project;
    private final List<Step> steps;
    private final List<RepeatableScript> repeatables;
    private final State state;
    private final RunOptions options;

    /**
     * @param project     the project
     * @param steps       the scripts in the order in which they run
     * @param repeatables the repeatable scripts that follow
     * @param state       the scripts and the database when the plan was made
     * @param options     what the user says of the run
     * @throws MigrateException {@code usage} for a hazard that does not exist
     */
    public Plan(Project project, List<Step> steps, List<RepeatableScript> repeatables, State state,
                RunOptions options) {
        Hazards.requireKnown(options.allowed());
        this.project = project;
        this.steps = List.copyOf(steps);
        this.repeatables = List.copyOf(repeatables);
        this.state = state;
        this.options = options;
    }

    /** As above, for a run that keeps nothing; the user accepts these hazards. */
    public Plan(Project project, List<Step> steps, List<RepeatableScript> repeatables, State state,
                Set<String> allowed) {
        this(project, steps, repeatables, state, new RunOptions(Set.copyOf(allowed), true));
    }

    /** {@return what can be accepted} */
    public static Set<String> hazards() {
        return Set.copyOf(Hazards.known());
    }

    /** {@return the scripts in the order in which they run} */
    public List<Step> steps() {
        return steps;
    }

    /** {@return the repeatable scripts that follow} */
    public List<RepeatableScript> repeatables() {
        return repeatables;
    }

    /**
     * Looks at the tables and the rows that are there now. Each script is looked at again right before it runs.
     *
     * @throws MigrateException the first of {@link #refusals}; but what is refused to the first script when it runs,
     *                          before anything else has happened, is left until then
     */
    public void refuseHazards() {
        Unfinished.refuse(steps, repeatables, project.dialect().syntax());
        refusals(Beforehand::refusalsBeforeRun).stream().findFirst().ifPresent(error -> {
            throw error;
        });
    }

    /**
     * {@return what is certainly going to be refused as things stand: {@code unfinished}, {@code hazard},
     * {@code rows_in_the_way}, {@code dependents}, {@code cannot_alter}, {@code disk_full}} Nothing is looked at if no
     * statement asks for it.
     */
    public List<MigrateException> refusals() {
        var refusals = new ArrayList<>(Unfinished.in(steps, repeatables, project.dialect().syntax()));
        refusals.addAll(refusals(Beforehand::refusals));
        return refusals;
    }

    private List<MigrateException> refusals(BiFunction<Beforehand, List<Step>, List<MigrateException>> look) {
        var dangerous = steps.stream().filter(Hazards::possible).toList();
        boolean alters = Beforehand.possible(steps, project.dialect());
        if (dangerous.isEmpty() && !alters) {
            return List.of();
        }
        return project.read(database -> {
            var refusals = new ArrayList<MigrateException>();
            var hazards = new Hazards(options.allowed(), options.keepData());
            dangerous.forEach(step -> hazards.find(step, database).ifPresent(refusals::add));
            refusals.addAll(alters ? look.apply(new Beforehand(database, options.allowed(),
                    state.snapshot().journal()), steps) : List.of());
            return refusals;
        }).orElseGet(ArrayList::new);
    }

    /**
     * {@return what is to be expected of the statements that change a table, by the revision of their script} Those
     * that the database is given as they stand are not in it. Nothing is changed.
     */
    public Map<String, List<Outlook>> outlook() {
        return Forecast.of(steps, project);
    }

    /** {@return whether data could be lost, or nobody can tell} See {@link Risks}. */
    public boolean risksData() {
        return new Risks(project, steps).any();
    }

    /**
     * {@return what would be kept of each script that is taken back, and what would come back with each that is
     * applied, as phrases, by its revision, as things stand} What a Java script takes away is seen only when it runs.
     */
    public Map<String, List<String>> kept() {
        return project.read(database -> {
            var register = project.history(database).kept();
            var kept = new LinkedHashMap<String, List<String>>();
            for (var step : steps) {
                kept.put(step.revision().id(), step.direction() == Direction.UP
                        ? register.waitingFor(step.revision().standsFor()).stream()
                                .map(it -> "would bring back " + it.parcel().words() + ", as far as it fits").toList()
                        : wouldKeep(step, database));
            }
            return kept;
        }).orElseGet(LinkedHashMap::new);
    }

    private List<String> wouldKeep(Step step, Database database) {
        return options.keepData() && Hazards.possible(step)
                ? Keeping.forecast((Step.Sql) step, database).stream().map("would keep "::concat).toList() : List.of();
    }

    /** Carries the plan out. */
    public void run(Database database, Progress progress) {
        run(database, progress, BeforeFirstChange.NOTHING);
    }

    /** Carries the plan out, and something before its first change. */
    public void run(Database database, Progress progress, BeforeFirstChange before) {
        var history = project.history(database);
        var threshold = new Threshold(before);
        if (!state.due().isEmpty()) {
            recordSquashed(database, history, threshold).forEach(progress::done);
        }
        new Runner(database, history, options, progress, threshold).run(steps, state.snapshot().lastEvent());
        new Repeatables(project.dialect(), project.placeholders())
                .run(repeatables, database, history, progress, threshold);
    }

    private List<Done> recordSquashed(Database database, History history, Threshold threshold) {
        return UnderLock.run(database, () -> {
            var squashed = new Squashed(state.scripts(), history.read());
            if (squashed.due().isEmpty()) {
                // Somebody else was here meanwhile.
                return List.of();
            }
            threshold.cross(database, history);
            history.create();
            return squashed.write(history);
        });
    }
}
