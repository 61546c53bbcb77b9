package restrack.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * A revision as the graph sees it.
 *
 * @param id        its id, without any of {@code @ - + :}
 * @param revises   the ids it follows; empty for a base, several for a merge
 * @param dependsOn ids that have to be applied before it without being its parents
 * @param labels    the branch labels its script gives it
 * @param message   the first line of its description; may be empty
 * @param created   when it was written, as its script says (ISO 8601, UTC); may be empty
 * @param replaces  the ids that it stands for since they were squashed into it, oldest first; empty for any other
 */
public record Revision(String id, List<String> revises, List<String> dependsOn, List<String> labels,
                       String message, String created, List<String> replaces) {
    public Revision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        replaces = List.copyOf(replaces);
    }

    /** A revision that replaces none. */
    public Revision(String id, List<String> revises, List<String> dependsOn, List<String> labels, String message,
                    String created) {
        this(id, revises, dependsOn, labels, message, created, List.of());
    }

    /** {@return all ids that it stands for: those that were squashed into it, oldest first, then its own} */
    public List<String> standsFor() {
        return Stream.concat(replaces.stream(), Stream.of(id)).toList();
    }

    /** {@return the same revision with other parents and dependencies} */
    public Revision after(List<String> parents, List<String> dependencies) {
        return new Revision(id, parents, dependencies, labels, message, created, replaces);
    }
}
