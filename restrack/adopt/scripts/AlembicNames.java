package restrack.adopt.scripts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import restrack.graph.Revision;

/** Whole ids for what Alembic's revisions call each other: it takes the beginnings of ids, and labels, too. */
final class AlembicNames {
    private final Map<String, PythonRevision> byId;
    private final Map<String, String> labelled = new HashMap<>();

    AlembicNames(Map<String, PythonRevision> byId) {
        this.byId = byId;
        byId.values().forEach(it -> it.labels().forEach(label -> labelled.put(label, it.id())));
    }

    /** {@return a revision as the graph sees it} */
    Revision revision(PythonRevision python) {
        return new Revision(python.id(), whole(python, python.revises()), whole(python, python.dependsOn()),
                python.labels(), python.message(), python.created().map(Instant::toString).orElse(""));
    }

    private List<String> whole(PythonRevision python, List<String> names) {
        return names.stream().map(it -> whole(python, it)).toList();
    }

    private String whole(PythonRevision python, String name) {
        if (byId.containsKey(name)) {
            return name;
        }
        if (labelled.containsKey(name)) {
            return labelled.get(name);
        }
        var beginning = byId.keySet().stream().filter(it -> it.startsWith(name)).toList();
        if (beginning.size() != 1) {
            throw python.source().bad(0, "It names the revision '" + name + "', and "
                    + (beginning.isEmpty() ? "none is called so." : "several begin so."),
                    "Bring the missing file, or write the whole id.");
        }
        return beginning.get(0);
    }
}
