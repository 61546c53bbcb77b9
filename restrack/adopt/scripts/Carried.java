package restrack.adopt.scripts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import restrack.graph.Revision;

/**
 * A script as it is going to be.
 *
 * @param id        its id: what its tool's own table says of it
 * @param revises   the ids of its parents
 * @param dependsOn ids that have to be applied before it without being its parents
 * @param labels    the branch labels
 * @param message   what it is for, one line
 * @param created   when it was written, where that is known
 * @param origins   the files that it is made of, relative to their folder
 * @param up        the way up
 * @param down      the way down, if it has one
 */
record Carried(String id, List<String> revises, List<String> dependsOn, List<String> labels, String message,
               Optional<Instant> created, List<String> origins, Way up, Optional<Way> down) {
    Carried {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        origins = List.copyOf(origins);
    }

    /** {@return a script of a tool that has no branches; its parent is not known yet} */
    static Carried linear(String id, String message, Optional<Instant> created, List<String> origins, Way up,
                          Optional<Way> down) {
        return new Carried(id, List.of(), List.of(), List.of(), message, created, origins, up, down);
    }

    Carried following(List<String> parents) {
        return new Carried(id, parents, dependsOn, labels, message, created, origins, up, down);
    }

    Carried ways(UnaryOperator<Way> change) {
        return new Carried(id, revises, dependsOn, labels, message, created, origins, change.apply(up),
                down.map(change));
    }

    /** {@return whether a person has to look at it before it can run} */
    boolean isUnfinished() {
        return !up.todos().isEmpty() || down.filter(it -> !it.todos().isEmpty()).isPresent();
    }

    Revision revision() {
        return new Revision(id, revises, dependsOn, labels, message, created.map(Instant::toString).orElse(""));
    }
}
