package restrack.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.BatchLine;
import restrack.sql.RepeatableLine;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
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
     * @throws MigrateException {@code bad_script} where a string, a name, a comment or a trigger is not
     *                          closed
     */
    public List<Statement> statements(Syntax syntax) {
        try {
            return Statements.of(tokens(syntax), syntax, 1);
        } catch (UnclosedException e) {
            throw e.in(file.toString());
        }
    }

    /**
     * {@return how statements run that run in batches, by their index}
     *
     * @param statements its statements
     * @throws MigrateException {@code bad_script} where such a line does not stand directly above a statement
     */
    public Map<Integer, BatchLine> batches(List<Statement> statements, Syntax syntax) {
        if (!text().contains(BatchLine.MARKER)) {
            return Map.of();
        }
        var batches = new TreeMap<Integer, BatchLine>();
        var tokens = tokens(syntax);
        for (int i = 0; i < tokens.size(); i++) {
            if (BatchLine.is(tokens.get(i))) {
                batches.put(statementAt(i + 1, tokens, statements, BatchLine.MARKER), BatchLine.of(tokens.get(i)));
            }
        }
        return batches;
    }

    /**
     * {@return the statements that say of themselves that they may be repeated, by their index}
     *
     * @param statements its statements
     * @throws MigrateException {@code bad_script} where such a line does not stand directly above a statement
     */
    public Set<Integer> repeatables(List<Statement> statements, Syntax syntax) {
        if (!text().contains(RepeatableLine.MARKER)) {
            return Set.of();
        }
        var repeatables = new TreeSet<Integer>();
        var tokens = tokens(syntax);
        for (int i = 0; i < tokens.size(); i++) {
            if (RepeatableLine.is(tokens.get(i))) {
                repeatables.add(statementAt(i + 1, tokens, statements, RepeatableLine.MARKER));
            }
        }
        return repeatables;
    }

    private int statementAt(int first, List<Token> tokens, List<Statement> statements, String marker) {
        int next = first;
        while (next < tokens.size() && tokens.get(next).kind() == TokenKind.SPACE) {
            next++;
        }
        for (int i = 0; i < statements.size() && next < tokens.size(); i++) {
            if (statements.get(i).offset() == tokens.get(next).offset()) {
                return i;
            }
        }
        throw new MigrateException(ErrorKind.BAD_SCRIPT, file + ":" + tokens.get(first - 1).line()
                + ": '-- " + marker + "' stands above no statement.",
                "Put it on a line of its own, directly above the statement that it is for.");
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
