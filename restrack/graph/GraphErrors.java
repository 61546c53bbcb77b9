package restrack.graph;

import java.util.Collection;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/** The errors that more than one part of the graph has to give. */
final class GraphErrors {
    private GraphErrors() {
    }

    static MigrateException unknown(String name) {
        return new MigrateException(ErrorKind.UNKNOWN_REVISION,
                "There is no revision or branch '" + name + "'.",
                "`migrate history` lists the revisions.");
    }

    static MigrateException multipleHeads(Target target, Collection<Node> heads) {
        return new MigrateException(ErrorKind.MULTIPLE_HEADS,
                "'" + target.text() + "' means one revision, but there are several: " + ids(heads) + ".",
                "Say 'heads' for all of them, or LABEL@head or an id for one; `migrate heads` lists them.");
    }

    /** {@return the ids, with commas} */
    static String ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.joining(", "));
    }
}
