package restrack.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code stamp} does to the record.
 *
 * @param recorded  revisions to be recorded as applied, oldest first
 * @param forgotten revisions whose record goes, newest first
 */
public record Stamp(List<Revision> recorded, List<Revision> forgotten) {
    public Stamp {
        recorded = List.copyOf(recorded);
        forgotten = List.copyOf(forgotten);
    }

    /** {@return whether the record already says what is wanted} */
    public boolean isEmpty() {
        return recorded.isEmpty() && forgotten.isEmpty();
    }

    static Stamp of(Graph graph, Set<Node> applied, List<String> targets, boolean purge) {
        var resolver = new Resolver(graph, applied);
        var downgrade = new Downgrade(graph, applied);
        var wanted = new LinkedHashSet<Node>();
        var forgotten = new LinkedHashSet<Node>();
        for (String text : targets) {
            Target target = Target.parse(text);
            wanted.addAll(resolver.select(target));
            forgotten.addAll(purge ? applied : downgrade.forgotten(target, text));
        }
        Set<Node> kept = Node.reach(wanted, Node::before);
        forgotten.removeAll(kept);
        kept.removeAll(applied);
        return new Stamp(StepOrder.oldestFirst(kept, wanted), StepOrder.newestFirst(forgotten, Set.of()));
    }
}
