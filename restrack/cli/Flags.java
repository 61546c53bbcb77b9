package restrack.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import restrack.graph.Graph;
import restrack.graph.Revision;

/** What a revision is to the graph and to the database: head, base, branchpoint, mergepoint, current. */
final class Flags {
    private Flags() {
    }

    /** {@return the flags of a revision, in a fixed order} */
    static List<String> of(Revision revision, Graph graph, Set<String> current) {
        var flags = new ArrayList<String>();
        boolean known = graph.find(revision.id()).isPresent();
        if (known && graph.children(revision.id()).isEmpty()) {
            flags.add("head");
        }
        if (revision.revises().isEmpty()) {
            flags.add("base");
        }
        if (known && graph.isBranchPoint(revision.id())) {
            flags.add("branchpoint");
        }
        if (known && graph.isMergePoint(revision.id())) {
            flags.add("mergepoint");
        }
        if (current.contains(revision.id())) {
            flags.add("current");
        }
        return flags;
    }

    /** {@return the labels of the branch that a revision belongs to, as Alembic shows them} */
    static Collection<String> labels(Revision revision, Graph graph) {
        return graph.find(revision.id()).isPresent() ? graph.labels(revision.id()) : revision.labels();
    }

    /** {@return a revision with its labels and flags, as Alembic shows them: {@code ID (label) (head)}} */
    static String line(Revision revision, Graph graph, Set<String> current) {
        var line = new StringBuilder(revision.id());
        var labels = labels(revision, graph);
        if (!labels.isEmpty()) {
            line.append(" (").append(String.join(", ", labels)).append(')');
        }
        for (var flag : of(revision, graph, current)) {
            if (!flag.equals("base")) {
                line.append(" (").append(flag).append(')');
            }
        }
        return line.toString();
    }
}
