package restrack.adopt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import restrack.graph.Graph;
import restrack.graph.Revision;
import restrack.schema.Change;
import restrack.schema.Described;

/**
 * What a database is like after some revisions, beside the one that is to be adopted.
 *
 * @param revisions the revisions, in the order in which they run
 * @param changes   what would have to be done to the database to make it that; empty if it is
 */
record Match(List<Revision> revisions, List<Change> changes) {
    /** The lists are copied. */
    Match {
        revisions = List.copyOf(revisions);
        changes = List.copyOf(changes);
    }

    /** {@return whether the database is what these revisions make} */
    boolean fits() {
        return changes.isEmpty();
    }

    /** {@return the newest of the revisions: those that a person would name} */
    List<Revision> tips(Graph graph) {
        return graph.current(ids()).stream().map(graph::get).toList();
    }

    Set<String> ids() {
        var ids = new LinkedHashSet<String>();
        revisions.forEach(it -> ids.add(it.id()));
        return ids;
    }

    List<Described> differences() {
        return changes.stream().map(Described::of).toList();
    }
}
