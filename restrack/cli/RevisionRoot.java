package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.apply.State;
import restrack.autogenerate.Draft;
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

    @Mixin
    Autogenerate autogenerate = new Autogenerate();

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
        if (completion.wanted) {
            return completion.print(this);
        }
        autogenerate.requireSense(java);
        return autogenerate.wanted ? autogenerate() : write(java);
    }

    private int autogenerate() {
        try (var project = project()) {
            var state = State.of(project.scriptsOrNone(), project.snapshot());
            state.requireAtHead(project.url().display());
            var script = script(state.graph());
            try (var models = Modelled.open(project).orElseThrow(() -> Modelled.none(project))) {
                var draft = models.draft(autogenerate.decisions(surroundings().terminal() && !options().json,
                        spec.commandLine().getErr()));
                var changes = Map.<String, Object>of("changes",
                        draft.changes().stream().map(Json::difference).toList());
                if (draft.isEmpty()) {
                    say("Nothing to do: the database is what the models say.");
                    answer(() -> changes);
                    return DONE;
                }
                refusePlaceholders(project, draft);
                draft.changes().forEach(it -> tell(it.line()));
                announce(project, script, script.sql(project.settings().dir(), draft.up(), draft.down()), changes);
                tell(next(draft));
                return DONE;
            }
        }
    }

    /** What the models say literally would be replaced when the script runs. */
    private static void refusePlaceholders(Project project, Draft draft) {
        if (project.settings().placeholders() && (draft.up() + draft.down()).contains("${")) {
            throw new MigrateException(ErrorKind.BAD_MODEL, "The draft would contain ${…}, which stands for something "
                    + "else in this project's scripts (`placeholders = true`).",
                    "Say it in the models without ${, or turn placeholders off.");
        }
    }

    private static String next(Draft draft) {
        var allow = draft.hazards().stream().map(it -> " --allow " + it).collect(Collectors.joining());
        return (draft.isUnfinished() ? "Fill in what is marked with `migrate:todo`" : "Read it through")
                + (draft.isBlockedByRows() ? ", mend the rows that it names" : "") + "; `migrate upgrade" + allow
                + "` applies it.";
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
