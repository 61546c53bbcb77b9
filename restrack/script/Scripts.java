package restrack.script;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Graph;

/** The scripts of a folder. */
public final class Scripts {
    private final Map<String, Script> byId;
    private Graph graph;

    /** @param byId each script by the id of its revision, in the natural order of the file names */
    public Scripts(Map<String, Script> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** {@return each script by the id of its revision, in the natural order of the file names} */
    public Map<String, Script> byId() {
        return byId;
    }

    /** {@return the script of a revision, if this folder has it} */
    public Optional<Script> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * {@return the revisions of this folder as a graph}
     *
     * @throws MigrateException {@code unknown_parent} where a script revises what this folder does not have; what
     *                          {@link Graph#of} finds
     */
    public Graph graph() {
        if (graph == null) {
            requireParents(byId.keySet());
            graph = Graph.of(byId.values().stream().map(Script::revision).toList());
        }
        return graph;
    }

    /**
     * Refuses scripts that revise what nobody knows.
     *
     * @param known the ids that are known: those of the folder, and perhaps those that a database has recorded
     * @throws MigrateException {@code unknown_parent}, naming the file
     */
    public void requireParents(Set<String> known) {
        for (var script : byId.values()) {
            for (var id : script.revision().revises()) {
                if (!known.contains(id)) {
                    throw new MigrateException(ErrorKind.UNKNOWN_PARENT, script.file() + " revises " + id
                            + ", and no script in " + script.file().getParent() + " has that id.",
                            "Bring the missing file back (`migrate status` tells whether it is applied), or correct "
                                    + "the header of this one.");
                }
            }
        }
    }
}
