package restrack.script;

import java.nio.file.Path;
import restrack.graph.Revision;

/** A migration script as it stands in the folder: a revision and what it runs. */
public sealed interface Script permits SqlScript, JavaSource {
    /** {@return its place in the graph} */
    Revision revision();

    /** {@return the same script at another place in the graph, where what its header names was squashed} */
    Script at(Revision place);

    /** {@return whether its parent is the file before it, because its header does not say what it revises} */
    boolean impliesItsParent();

    /** {@return where it lies, as the user would name it} */
    Path file();

    /** {@return the whole file} */
    String text();

    /**
     * {@return a digest of what the script does} Comments, white space and line ends do not count; directives and
     * what its header says it revises or depends on do.
     */
    String checksum();

    /** {@return {@code sql} or {@code java}, as the record keeps it} */
    String kind();
}
