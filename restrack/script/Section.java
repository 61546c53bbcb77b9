package restrack.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.Token;
import restrack.sql.Tokens;
import restrack.sql.UnclosedException;

/**
 * One way of a SQL script: up or down.
 *
 * @param file          the script, for messages
 * @param source        the whole file
 * @param start         the offset at which the section begins, behind its marker
 * @param end           the offset behind its last character
 * @param transactional false where the marker says {@code transaction:false}
 */
public record Section(Path file, String source, int start, int end, boolean transactional) {
    /** {@return its text, without the marker} */
    public String text() {
        return source.substring(start, end);
    }

    /**
     * {@return its statements, each with its line in the file}
     *
     * @param syntax what the database takes for a string, a name, a comment
     * @throws restrack.MigrateException {@code bad_script} where a string, a name, a comment or a trigger is not
     *                                   closed
     */
    public List<Statement> statements(Syntax syntax) {
        try {
            return Statements.of(tokens(syntax), syntax, 1);
        } catch (UnclosedException e) {
            throw e.in(file.toString());
        }
    }

    /** {@return what a person still has to write into it} */
    public List<Todo> todos(Syntax syntax) {
        return text().contains(Todo.MARKER) ? Todo.in(tokens(syntax)) : List.of();
    }

    /** {@return its tokens, with their offsets in the file} */
    List<Token> tokens(Syntax syntax) {
        var all = Tokens.of(source, syntax);
        if (start == 0 && end == source.length()) {
            return all;
        }
        var own = new ArrayList<Token>();
        for (var token : all) {
            if (token.offset() >= start && token.offset() < end) {
                own.add(token);
            }
        }
        return own;
    }

    /** {@return the same section with its placeholders replaced} */
    public Section replacing(Placeholders placeholders) {
        var replaced = source.substring(0, start) + placeholders.replaceIn(text(), file);
        return new Section(file, replaced, start, replaced.length(), transactional);
    }
}
