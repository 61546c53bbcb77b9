package restrack.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * A number of steps along {@code revises}, as far as the graph reaches.
 *
 * @param end   where it ended; empty is base
 * @param taken how many steps there were
 */
record Walk(Optional<Node> end, int taken) {
    /**
     * Walks up.
     *
     * @param start    where to begin; empty is base, from where the first step leads to a base revision
     * @param steps    how many steps
     * @param onBranch which revisions may be stepped on
     * @throws MigrateException AMBIGUOUS_WALK where there are several ways up
     */
    static Walk up(Graph graph, Optional<Node> start, int steps, Predicate<Node> onBranch) {
        Optional<Node> at = start;
        for (int taken = 0; taken < steps; taken++) {
            List<Node> above = at.map(Node::children).orElseGet(graph::baseNodes).stream().filter(onBranch).toList();
            if (above.isEmpty()) {
                return new Walk(at, taken);
            }
            at = Optional.of(only(at, above, "up", "Name one of them, or say LABEL@+N."));
        }
        return new Walk(at, steps);
    }

    /**
     * Walks down; below a base revision is base, and nothing is below that.
     *
     * @throws MigrateException AMBIGUOUS_WALK at a merge point
     */
    static Walk down(Optional<Node> start, int steps) {
        Optional<Node> at = start;
        for (int taken = 0; taken < steps; taken++) {
            if (at.isEmpty()) {
                return new Walk(at, taken);
            }
            List<Node> below = at.get().parents();
            at = below.isEmpty() ? Optional.empty()
                    : Optional.of(only(at, below, "down", "Name the revision to go to."));
        }
        return new Walk(at, steps);
    }

    private static Node only(Optional<Node> at, Collection<Node> next, String way, String hint) {
        if (next.size() > 1) {
            throw new MigrateException(ErrorKind.AMBIGUOUS_WALK, "From " + at.map(Node::id).orElse("base")
                    + " there are several ways " + way + ": " + GraphErrors.ids(next) + ".", hint);
        }
        return next.iterator().next();
    }
}
