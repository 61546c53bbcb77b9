package restrack.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.adopt.Unadopted;
import restrack.apply.Agreement;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.copy.rehearsal.Rehearsal;
import restrack.copy.rehearsal.RehearsalOptions;
import restrack.copy.rehearsal.RehearsalReport;
import restrack.graph.Plans;

/** {@code migrate rehearse}: an upgrade on a clone of the data. */
@Command(name = "rehearse", description = "An upgrade on a clone of the data, the way back, and up again. Exit 3 if "
        + "that does not hold.")
final class RehearseCommand extends BaseCommand {
    @Parameters(arity = "0..1", paramLabel = "TARGET", defaultValue = "head",
            description = "head (the default), heads, an id or the beginning of one, LABEL@head, +1.")
    String target;

    @Option(names = "--allow", paramLabel = "HAZARD", split = ",",
            description = "Accept a hazard, as the upgrade will: drop-data, change-data.")
    Set<String> allowed = new LinkedHashSet<>();

    @Option(names = "--no-down", description = "Leave out the way back.")
    boolean noDown;

    @Option(names = "--clone-in", paramLabel = "DIR",
            description = "The folder for the clone (default: where the database is).")
    Path place;

    @Option(names = "--markdown", description = "Answer with a text for a pull request.")
    boolean markdown;

    @Override
    int run() {
        if (markdown && options().json) {
            throw new MigrateException(ErrorKind.USAGE, "`--markdown` and `--json` are two answers, and only one can "
                    + "be given.", "Leave one of them out.");
        }
        try (var project = project()) {
            tell("Database: " + project.url().display());
            return nothingToDo(project) ? DONE : tell(project, rehearse(project));
        }
    }

    /** Looks before anything is cloned: whether there is anything to do, and whether an upgrade would begin at all. */
    private boolean nothingToDo(Project project) {
        var state = project.state();
        Agreement.requireForUpgrade(state, project.settings().outOfOrder());
        var revisions = Plans.upgrade(state.graph(), state.applied(), List.of(target));
        if (!revisions.isEmpty() && state.applied().isEmpty()) {
            Unadopted.refuse(project, state, project.planner().up(revisions, it -> project.script(it, state)));
        }
        if (!revisions.isEmpty() || !Repeatables.after(revisions, project, state).isEmpty()) {
            Unadopted.refuse(project, state, project.planner().up(revisions, it -> project.script(it, state)));
            return false;
        }
        say("Nothing to do. " + ApplyingCommand.where(state));
        answer(() -> RehearsalJson.of(new RehearsalReport(0, 0, List.of(), Optional.empty(), Optional.empty(),
                Optional.empty())));
        return true;
    }

    private RehearsalReport rehearse(Project project) {
        var place = Optional.ofNullable(this.place).map(surroundings().workingDirectory()::resolve);
        var scriptOutput = new ScriptOutput(spec.commandLine().getErr());
        try {
            return new Rehearsal(project, new RehearsalOptions(target, allowed, !noDown, place),
                    surroundings().interruption()::concerns).run();
        } finally {
            scriptOutput.close();
        }
    }

    private int tell(Project project, RehearsalReport report) {
        var database = project.url().display();
        var lines = markdown ? RehearsalMarkdown.of(report, database) : new RehearsalText(style()).of(report, database);
        lines.forEach(this::say);
        answer(() -> RehearsalJson.of(report));
        if (report.failure().isPresent()) {
            if (!options().json) {
                throw report.failure().get();
            }
            return report.failure().get().kind().exitCode();
        }
        return report.holds() ? DONE : FOUND;
    }
}
