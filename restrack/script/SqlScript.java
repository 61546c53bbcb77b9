package restrack.script;

import java.nio.file.Path;
import java.util.Optional;
import restrack.graph.Revision;
import restrack.sql.Checksum;
import restrack.sql.Syntax;

/**
 * A SQL script.
 *
 * @param revision its place in the graph
 * @param file     where it lies
 * @param text     the whole file
 * @param header   the comment lines at its top
 * @param ways     its way up, and its way down if it has one
 * @param syntax   how its database reads SQL
 */
public record SqlScript(Revision revision, Path file, String text, Header header, Ways ways, Syntax syntax)
        implements Script {
    /** {@return the way up} */
    public Section up() {
        return ways.up();
    }

    /** {@return the way down, if the script has one} */
    public Optional<Section> down() {
        return ways.down();
    }

    /** {@return another text in the place of this one, read in the same way} */
    public SqlScript reading(String other) {
        return new SqlScript(revision, file, other, Header.read(other, "--", file),
                new SqlScriptReader(file, other, syntax).read(), syntax);
    }

    @Override
    public Script at(Revision place) {
        return new SqlScript(place, file, text, header, ways, syntax);
    }

    @Override
    public boolean impliesItsParent() {
        return !header.saysWhatItRevises();
    }

    @Override
    public String checksum() {
        var checksum = header.addTo(Checksum.start());
        add(checksum, "up", up());
        down().ifPresent(section -> add(checksum, "down", section));
        return checksum.hex();
    }

    private void add(Checksum checksum, String name, Section section) {
        checksum.section(section.transactional() ? name : name + " transaction:false", section.tokens(syntax));
    }

    @Override
    public String kind() {
        return "sql";
    }
}
