package restrack.graph;

import java.util.List;

/**
 * A revision as the graph sees it.
 *
 * @param id        its id, without any of {@code @ - + :}
 * @param revises   the ids it follows; empty for a base, several for a merge
 * @param dependsOn ids that have to be applied before it without being its parents
 * @param labels    the branch labels its script gives it
 * @param message   the first line of its description; may be empty
 * @param created   when it was written, as its script says (ISO 8601, UTC); may be empty
 */
public record Revision(String id, List<String> revises, List<String> dependsOn, List<String> labels,
                       String message, String created) {
    public Revision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }
}
