package restrack.script;

import java.nio.file.Path;
import restrack.graph.Revision;
import restrack.sql.Checksum;

/**
 * A Java script. What it does, and whether it has a way down, shows only once it is compiled.
 *
 * @param revision its place in the graph
 * @param file     where it lies
 * @param text     the whole file
 * @param header   the comment lines at its top
 */
public record JavaSource(Revision revision, Path file, String text, Header header) implements Script {
    @Override
    public Script at(Revision place) {
        return new JavaSource(place, file, text, header);
    }

    @Override
    public boolean impliesItsParent() {
        return !header.saysWhatItRevises();
    }

    @Override
    public String checksum() {
        return header.addTo(Checksum.start().java("java", text)).hex();
    }

    @Override
    public String kind() {
        return "java";
    }
}
