package tests.graph;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Graph;
import restrack.graph.Revision;

/** Graphs and plans in few words. */
final class Graphs {
    private Graphs() {
    }

    /** {@return the graph of revisions written as {@code id|revises|depends-on|labels}, with commas within a part} */
    static Graph graph(String... revisions) {
        return Graph.of(Arrays.stream(revisions).map(Graphs::revision).toList());
    }

    static Revision revision(String text) {
        String[] parts = Arrays.copyOf(text.split("\\|", -1), 4);
        return new Revision(parts[0], list(parts[1]), list(parts[2]), list(parts[3]), "", "");
    }

    /** {@return the state of a database that was upgraded to these revisions} */
    static Set<String> at(Graph graph, String... ids) {
        return graph.ancestors(List.of(ids), true);
    }

    /** {@return the ids with blanks between them} */
    static String ids(List<Revision> revisions) {
        return String.join(" ", revisions.stream().map(Revision::id).toList());
    }

    /** {@return the error, after a look at its kind and at whether message and hint are sentences} */
    static MigrateException fails(ErrorKind kind, Executable code) {
        MigrateException error = assertThrows(MigrateException.class, code);
        if (error.kind() != kind || !isSentence(error.getMessage()) || !isSentence(error.hint())) {
            throw new AssertionError("Expected " + kind + ", but met " + error.kind() + ": " + error.getMessage()
                    + " " + error.hint(), error);
        }
        return error;
    }

    private static boolean isSentence(String text) {
        return text.endsWith(".") && text.contains(" ");
    }

    private static List<String> list(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
