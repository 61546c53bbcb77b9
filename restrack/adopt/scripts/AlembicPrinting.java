package restrack.adopt.scripts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.graph.Graph;
import restrack.graph.Revision;

/**
 * What Alembic prints for each revision. All are asked for at once; those that this does not give, since the program
 * stops at the first that needs a database, are asked for one by one.
 */
final class AlembicPrinting {
    private static final String UP = "upgrade";
    private static final String DOWN = "downgrade";

    private final AlembicProgram program;
    private final Graph graph;
    private final Map<String, Map<String, String>> printed = Map.of(UP, new HashMap<>(), DOWN, new HashMap<>());
    private final Map<String, String> reasons = new HashMap<>();
    private boolean usable = true;

    /** What was printed for one way of a revision, or why nothing was: one of the two. */
    record Portion(Optional<String> text, String reason) {
    }

    AlembicPrinting(AlembicProgram program, Graph graph, List<Note> notes) {
        this.program = program;
        this.graph = graph;
        var answer = program.print(UP, "heads");
        usable = AlembicOutput.hasBegun(answer);
        if (!usable) {
            notes.add(new Note("env.py", "alembic cannot print SQL: " + answer.reason() + ".", true));
            return;
        }
        printed.get(UP).putAll(AlembicOutput.portions(answer));
        for (var head : graph.heads()) {
            printed.get(DOWN).putAll(AlembicOutput.portions(program.print(DOWN, head.id() + ":base")));
        }
    }

    /** {@return what the way up is; nothing if the program cannot be used at all} */
    Optional<Portion> up(String id) {
        return portion(UP, graph.get(id));
    }

    /** {@return what the way down is, likewise} */
    Optional<Portion> down(String id) {
        return portion(DOWN, graph.get(id));
    }

    private Optional<Portion> portion(String direction, Revision revision) {
        if (!usable) {
            return Optional.empty();
        }
        var known = printed.get(direction);
        if (!known.containsKey(revision.id())) {
            var parent = revision.revises().isEmpty() ? "base" : revision.revises().get(0);
            var answer = program.print(direction, direction.equals(UP) ? parent + ":" + revision.id()
                    : revision.id() + ":" + parent);
            AlembicOutput.portions(answer).forEach(known::putIfAbsent);
            reasons.put(revision.id(), answer.reason());
        }
        return Optional.of(new Portion(Optional.ofNullable(known.get(revision.id())),
                reasons.getOrDefault(revision.id(), "")));
    }
}
