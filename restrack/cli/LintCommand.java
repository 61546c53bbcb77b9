package restrack.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Outlook;
import restrack.apply.Plan;
import restrack.apply.Project;
import restrack.apply.State;
import restrack.apply.Step;
import restrack.script.Script;

/** {@code migrate lint}: what pending scripts do to tables, and what is going to be refused. */
@Command(name = "lint", description = "How pending scripts change tables, what it costs, what is refused. Exit 3 if "
        + "so.")
final class LintCommand extends BaseCommand {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scripts to look at instead of all pending ones.")
    List<String> files = new ArrayList<>();

    @Override
    int run() {
        try (var project = project()) {
            var state = project.state();
            var pending = state.pending();
            var named = named(project, state);
            var steps = project.planner().up(pending, it -> project.script(it, state));
            var plan = new Plan(project, steps, List.of(), state, Set.of());
            var outlook = plan.outlook();
            var shown = steps.stream().filter(it -> files.isEmpty() || named.contains(it.revision().id())).toList();
            var findings = findings(shown, outlook, plan.refusals());
            for (var step : shown) {
                var lines = Outlooks.lines(outlook.getOrDefault(step.revision().id(), List.of()));
                if (!lines.isEmpty()) {
                    say(step.script().file().toString());
                    lines.forEach(this::say);
                }
            }
            for (var finding : findings) {
                say(style().bad(finding.kind().id()) + "  " + finding.getMessage());
            }
            say(findings.isEmpty() ? "Nothing found." : findings.size() + " found.");
            answer(() -> document(shown, outlook, findings));
            return findings.isEmpty() ? DONE : FOUND;
        }
    }

    /** {@return the revisions of the files that are named} Those that are applied already are told and left out. */
    private Set<String> named(Project project, State state) {
        var named = new LinkedHashSet<String>();
        for (var file : files) {
            var script = script(file, project, state);
            if (state.applied().contains(script.revision().id())) {
                tell(file + " is applied already.");
            }
            named.add(script.revision().id());
        }
        return named;
    }

    private Script script(String file, Project project, State state) {
        var path = absolute(Path.of(file));
        return state.scripts().byId().values().stream().filter(it -> absolute(it.file()).equals(path)).findFirst()
                .orElseThrow(() -> new MigrateException(ErrorKind.USAGE, file + " is no script of "
                        + project.settings().dirAsWritten() + ".", "`migrate status` lists the scripts."));
    }

    private Path absolute(Path path) {
        return surroundings().workingDirectory().resolve(path).toAbsolutePath().normalize();
    }

    /** {@return what is refused in these scripts, each once, in their order} */
    private static List<MigrateException> findings(List<Step> shown, Map<String, List<Outlook>> outlook,
                                                   List<MigrateException> refusals) {
        var findings = new LinkedHashMap<String, MigrateException>();
        for (var step : shown) {
            var expected = outlook.getOrDefault(step.revision().id(), List.of());
            Outlooks.refusals(List.of(expected)).forEach(it -> findings.putIfAbsent(it.getMessage(), it));
            refusals.stream().filter(it -> it.getMessage().startsWith(step.script().file() + ":"))
                    .forEach(it -> findings.putIfAbsent(it.getMessage(), it));
        }
        return List.copyOf(findings.values());
    }

    private static Map<String, Object> document(List<Step> shown, Map<String, List<Outlook>> outlook,
                                                List<MigrateException> findings) {
        var scripts = new ArrayList<Map<String, Object>>();
        for (var step : shown) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("revision", step.revision().id());
            fields.put("file", step.script().file().toString());
            fields.put("changes", Outlooks.documents(outlook.getOrDefault(step.revision().id(), List.of())));
            scripts.add(fields);
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("scripts", scripts);
        document.put("findings", findings.stream().map(it -> Json.error(it).get("error")).toList());
        return document;
    }
}
