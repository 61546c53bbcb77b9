package restrack.apply;

import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.database.Way;

/**
 * What scripts could do to data: rows or values that go, tables that are rebuilt, what is not known yet, and Java,
 * which nobody looks into. Hazards that the user accepts count.
 *
 * @param project the project, whose database is looked at
 * @param steps   the scripts
 */
public record Risks(Project project, List<Step> steps) {
    /** {@return whether data could be lost, or nobody can tell} */
    public boolean any() {
        return steps.stream().anyMatch(step -> step instanceof Step.Java) || losesRows() || changesValues()
                || rebuilds();
    }

    private boolean changesValues() {
        return Beforehand.possible(steps, project.dialect()) && project.read(database ->
                new Beforehand(database, Set.of(), List.of()).refusals(steps).stream()
                        .anyMatch(it -> it.kind() == ErrorKind.HAZARD)).orElse(false);
    }

    private boolean losesRows() {
        return steps.stream().anyMatch(Hazards::possible) && project.read(database -> {
            var hazards = new Hazards(Set.of());
            return steps.stream().anyMatch(step -> hazards.find(step, database).isPresent());
        }).orElse(false);
    }

    private boolean rebuilds() {
        return Forecast.of(steps, project).values().stream().flatMap(List::stream)
                .anyMatch(outlook -> !(outlook instanceof Outlook.Change change)
                        || change.change().way() == Way.REBUILD && change.cost().rows() > 0);
    }
}
