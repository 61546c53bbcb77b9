package restrack.script;

import java.nio.file.Path;
import restrack.sql.Checksum;
import restrack.sql.Syntax;
import restrack.sql.Tokens;

/**
 * A script that is applied again whenever it changes: a view, a trigger.
 *
 * @param name   its file name, which is its identity
 * @param file   where it lies
 * @param text   the whole file
 * @param syntax how its database reads SQL
 */
public record RepeatableScript(String name, Path file, String text, Syntax syntax) {
    /** {@return its statements as one section} */
    public Section section() {
        return new Section(file, text, 0, text.length(), true);
    }

    /** {@return a digest of its tokens} */
    public String checksum() {
        return Checksum.start().section("repeatable", Tokens.of(text, syntax)).hex();
    }
}
