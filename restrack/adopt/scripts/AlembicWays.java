package restrack.adopt.scripts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.UnclosedException;

/** The ways of Alembic's revisions: what was printed, or an outline where that is not all. */
final class AlembicWays {
    private final AlembicOutput output;
    private final Syntax syntax;
    private final List<Note> notes;

    AlembicWays(Set<String> ids, Syntax syntax, List<Note> notes) {
        this.output = new AlembicOutput(ids, syntax);
        this.syntax = syntax;
        this.notes = notes;
    }

    /**
     * {@return one way of a revision}
     *
     * @param python   the revision
     * @param function {@code upgrade} or {@code downgrade}
     * @param portion  what the program printed; nothing if it could not be asked
     */
    Way way(PythonRevision python, String function, Optional<AlembicPrinting.Portion> portion) {
        var program = python.function(function);
        boolean empty = !program.isEmpty() && PythonRevision.isEmpty(program);
        if (portion.flatMap(AlembicPrinting.Portion::text).isEmpty()) {
            if (empty) {
                return Way.of("");
            }
            portion.ifPresent(it -> notes.add(new Note(python.source().name(), "alembic cannot print its " + function
                    + "(): " + it.reason() + ".", true)));
            return outline(python, function, "Write in SQL what " + function + "() does.");
        }
        Way way;
        try {
            way = output.way(portion.get().text().orElseThrow());
        } catch (UnclosedException e) {
            notes.add(new Note(python.source().name(), "What alembic prints of its " + function + "() cannot be read: "
                    + e.getMessage(), true));
            return outline(python, function, "Write in SQL what " + function + "() does.");
        }
        if (Statements.of(way.text(), syntax).isEmpty()) {
            if (empty) {
                return Way.of("");
            }
            notes.add(new Note(python.source().name(), "alembic prints nothing of its " + function + "().", true));
            return outline(python, function, "alembic prints nothing of this; write in SQL what it does.");
        }
        if (python.needsConnection(function)) {
            notes.add(new Note(python.source().name(), "Its " + function + "() has Python that depends on where it "
                    + "runs; alembic prints only what it does without a database.", true));
            var outline = outline(python, function, "Is this all that " + function
                    + "() does? Its Python depends on where it runs.");
            return outline.text(outline.text() + "\n" + way.text()).outside(!way.transactional());
        }
        return way;
    }

    private static Way outline(PythonRevision python, String function, String todo) {
        return Way.outline(todo, python.function(function));
    }
}
