package tests.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.MigrateException;
import restrack.graph.Graph;
import restrack.graph.Plans;
import restrack.graph.Revision;

/** Reads {@code alembic-traversals.txt}, whose first lines say what it is, and asks our own graph the same. */
final class Traversals {
    private Traversals() {
    }

    /**
     * A question with its answers.
     *
     * @param graph    the revisions as the file writes them
     * @param verb     upgrade, downgrade, history, current, heads, labels or show
     * @param tips     the rows in Alembic's table
     * @param target   the target or range
     * @param alembic  Alembic's answer
     * @param ours     our answer: the same, unless there is a reason
     * @param reason   why it differs; empty if it does not
     */
    record Question(String graph, String verb, List<String> tips, String target, String alembic, String ours,
                    String reason) {
        static Question parse(String graph, String line) {
            String[] parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            String[] command = parts[0].split(" ");
            List<String> tips = command.length < 2 ? List.of() : List.of(command[1].split(","));
            return switch (parts.length) {
                case 2 -> new Question(graph, command[0], tips, "", parts[1], parts[1], "");
                case 3 -> new Question(graph, command[0], tips, parts[1], parts[2], parts[2], "");
                default -> new Question(graph, command[0], tips, parts[1], parts[2], parts[3], parts[4]);
            };
        }

        @Override
        public String toString() {
            return verb + " " + target + " at [" + String.join(",", tips) + "] in " + graph;
        }
    }

    static List<Question> parse(Stream<String> lines) {
        String[] graph = {""};
        return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(line -> {
                    if (line.startsWith("graph ")) {
                        graph[0] = line.substring("graph ".length());
                        return Stream.empty();
                    }
                    return Stream.of(Question.parse(graph[0], line));
                }).toList();
    }

    /** {@return our answer, in the words of the file} */
    static String answer(Question question) {
        Graph graph = Graphs.graph(question.graph().split("; "));
        Set<String> applied = graph.ancestors(question.tips(), true);
        try {
            return switch (question.verb()) {
                case "upgrade" -> ids(Plans.upgrade(graph, applied, List.of(question.target())));
                case "downgrade" -> ids(Plans.downgrade(graph, applied, question.target()));
                case "history" -> ids(Plans.history(graph, applied, question.target()));
                case "show" -> ids(graph.select(question.target(), applied));
                case "heads" -> ids(graph.heads());
                case "current" -> ids(graph.current(applied).stream().sorted().map(graph::get).toList());
                case "labels" -> labels(question.graph(), graph);
                default -> throw new IllegalArgumentException(question.verb());
            };
        } catch (MigrateException e) {
            return "!" + e.kind().id();
        }
    }

    private static String labels(String text, Graph graph) {
        return Arrays.stream(text.split("; ")).map(Graphs::revision).map(Revision::id)
                .map(id -> id + "=" + graph.labels(id).stream().sorted().collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    private static String ids(List<Revision> revisions) {
        return revisions.isEmpty() ? "-" : Graphs.ids(revisions);
    }
}
