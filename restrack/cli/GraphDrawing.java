package restrack.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import restrack.graph.Graph;
import restrack.graph.Revision;

/**
 * Draws revisions as {@code git log --graph} does. From top to bottom each open lane leads to a parent that is still
 * to come; no two lanes lead to the same one, because they are joined at once.
 */
public final class GraphDrawing {
    private final Lanes lanes = new Lanes();
    private final Set<String> toCome;
    /** The lane that has just ended at the right edge: what begins there next is not its continuation. */
    private int ended = -1;

    private GraphDrawing(List<Revision> revisions) {
        toCome = revisions.stream().map(Revision::id).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * {@return the drawing, line by line} Only {@code revises} is drawn; dependencies are mentioned behind the text.
     *
     * @param graph       the revisions
     * @param newestFirst those to draw, each before its parents; parents that are not among them are left out
     * @param label       the text of a revision
     */
    public static List<String> lines(Graph graph, List<Revision> newestFirst, Function<Revision, String> label) {
        var drawing = new GraphDrawing(newestFirst);
        for (var revision : newestFirst) {
            var dependencies = graph.dependencies(revision.id());
            drawing.add(revision, label.apply(revision) + (dependencies.isEmpty() ? ""
                    : "  (depends on " + String.join(", ", dependencies) + ")"));
        }
        return drawing.lanes.drawn();
    }

    private void add(Revision revision, String text) {
        int lane = lanes.find(revision.id());
        if (lane < 0) {
            lane = lanes.append(revision.id());
            if (lane == ended) {
                lanes.drawGap(lane);
            }
        }
        lanes.drawRevision(lane, text);
        ended = -1;
        toCome.remove(revision.id());
        var parents = new ArrayList<>(new LinkedHashSet<>(revision.revises()));
        parents.retainAll(toCome);
        if (parents.isEmpty()) {
            ended = lanes.end(lane) ? lane : -1;
        } else {
            connect(lane, parents);
        }
    }

    /** Leads the lane on to the first parent, and from it edges to the others. */
    private void connect(int lane, List<String> parents) {
        for (int i = parents.size() - 1; i > 0; i--) {
            int other = lanes.find(parents.get(i));
            if (other < 0) {
                lanes.branchOff(lane, parents.get(i));
            } else {
                lanes.drawEdge(lane, other);
            }
        }
        int first = lanes.find(parents.get(0));
        lanes.lead(lane, parents.get(0));
        if (first >= 0) {
            lanes.join(Math.min(lane, first), Math.max(lane, first));
        }
    }
}
