package restrack.apply;

import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.script.RepeatableScript;

/** What a command is going to do, decided before anything runs. */
public final class Plan {
    private final Project project;
    private final List<Step> steps;
    private final List<RepeatableScript> repeatables;
    private final long lastEvent;
    private final Set<String> allowed;

    /**
     * @param project     the project
     * @param steps       the scripts in the order in which they run
     * @param repeatables the repeatable scripts that follow
     * @param lastEvent   the newest event of the database when the plan was made
     * @param allowed     the hazards that the user accepts
     * @throws MigrateException {@code usage} for a hazard that does not exist
     */
    public Plan(Project project, List<Step> steps, List<RepeatableScript> repeatables, long lastEvent,
                Set<String> allowed) {
        for (var hazard : allowed) {
            if (!Hazards.known().contains(hazard)) {
                throw new MigrateException(ErrorKind.USAGE, "There is no hazard '" + hazard + "'.",
                        "The hazards are: " + String.join(", ", Hazards.known()) + ".");
            }
        }
        this.project = project;
        this.steps = List.copyOf(steps);
        this.repeatables = List.copyOf(repeatables);
        this.lastEvent = lastEvent;
        this.allowed = Set.copyOf(allowed);
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
     * Looks at the rows that are there now. Each script is looked at again right before it runs.
     *
     * @throws MigrateException {@code hazard}
     */
    public void refuseHazards() {
        var dangerous = steps.stream().filter(Hazards::possible).toList();
        if (!dangerous.isEmpty()) {
            project.read(database -> {
                var hazards = new Hazards(allowed);
                dangerous.forEach(step -> hazards.refuse(step, database));
                return true;
            });
        }
    }

    /** Carries the plan out. */
    public void run(Database database, Progress progress) {
        var history = project.history(database);
        new Runner(database, history, new RunOptions(allowed, true), progress).run(steps, lastEvent);
        new Repeatables(project.dialect(), project.placeholders()).run(repeatables, database, history, progress);
    }
}
