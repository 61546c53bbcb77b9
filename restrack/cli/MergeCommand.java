package restrack.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.graph.Graph;
import restrack.graph.NewRevision;

/** {@code revision merge}. */
@Command(name = "merge", description = "Write a script that joins several heads.")
final class MergeCommand extends WritingCommand {
    @Parameters(arity = "1..*", paramLabel = "REV", description = "The heads to join; heads means all.")
    List<String> revisions;

    @Override
    int run() {
        return write(false);
    }

    @Override
    NewRevision place(Graph graph, String id) {
        return NewRevision.merge(graph, id, revisions, labels);
    }

    @Override
    String defaultMessage(NewRevision revision) {
        return "Merge " + String.join(" and ", revision.revises());
    }
}
