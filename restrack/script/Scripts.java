package restrack.script;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import restrack.graph.Graph;

/**
 * The scripts of a folder.
 *
 * @param byId  each script by the id of its revision, in the natural order of the file names
 * @param graph their revisions
 */
public record Scripts(Map<String, Script> byId, Graph graph) {
    public Scripts {
        byId = Collections.unmodifiableMap(byId);
    }

    /** {@return the script of a revision, if this folder has it} */
    public Optional<Script> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
