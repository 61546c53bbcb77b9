package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import restrack.graph.Graph;
import restrack.graph.NewRevision;

/** {@code revision}: writes a new script. */
@Command(name = "revision", description = "Writes a new migration script.",
        footerHeading = "%n", footer = "For instance: revision -m \"Add a column\"")
final class RevisionRoot extends WritingCommand implements Root {
    private final Surroundings surroundings;

    @Mixin
    GlobalOptions options = new GlobalOptions();

    @Mixin
    Completion completion = new Completion();

    @Option(names = "--java", description = "Write a Java script instead of a SQL one.")
    boolean java;

    @Option(names = "--head", paramLabel = "TARGET", split = ",",
            description = "What it follows: a head, LABEL@head, base for a new base (default: head).")
    List<String> heads = new ArrayList<>();

    @Option(names = "--splice", description = "Let it follow a revision that is no head: a new branch.")
    boolean splice;

    @Option(names = "--depends-on", paramLabel = "REV", split = ",",
            description = "What has to be applied before it without being its parent.")
    List<String> dependsOn = new ArrayList<>();

    RevisionRoot(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    int run() {
        return completion.wanted ? completion.print(this) : write(java);
    }

    @Override
    NewRevision place(Graph graph, String id) {
        return NewRevision.of(graph, new NewRevision.Request(id, heads, splice, labels, dependsOn));
    }

    @Override
    public GlobalOptions globalOptions() {
        return options;
    }

    @Override
    public Surroundings around() {
        return surroundings;
    }
}
