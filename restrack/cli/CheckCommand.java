package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import restrack.adopt.Unadopted;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.apply.Reworded;
import restrack.apply.State;
import restrack.database.Database;
import restrack.graph.Revision;
import restrack.history.Applied;
import restrack.schema.Described;

/** {@code migrate check}: for scripts and CI. */
@Command(name = "check",
        description = "Pending, edited, missing scripts? Several heads? Models and database apart? Exit 3 if so.")
final class CheckCommand extends BaseCommand {
    private static final int MOST_NAMED = 5;

    private record Finding(String kind, String message, List<String> subjects, List<Described> differences) {
    }

    @Override
    int run() {
        try (var project = project()) {
            var state = project.state();
            var findings = findings(project, state);
            project.read(Database::leftovers).orElse(List.of()).forEach(it -> findings.add(new Finding("half_done", it,
                    List.of(), List.of())));
            models(project, state).ifPresent(findings::add);
            var table = new TextTable();
            findings.forEach(it -> table.row(style()::bad, it.kind(), it.message()));
            table.lines().forEach(this::say);
            findings.stream().flatMap(it -> it.differences().stream()).forEach(it -> say("    " + it.line()));
            if (findings.isEmpty()) {
                say("Nothing found.");
            }
            answer(() -> document(findings));
            return findings.isEmpty() ? DONE : FOUND;
        }
    }

    /** What the models say is a question only once the scripts have said all that they have to say. */
    private Optional<Finding> models(Project project, State state) {
        if (!state.pending().isEmpty() || !state.snapshot().journal().isEmpty()) {
            return Optional.empty();
        }
        try (var models = Modelled.open(project).orElse(null)) {
            if (models == null) {
                tell("There are no models; only the scripts were looked at.");
                return Optional.empty();
            }
            var all = models.comparison().changes().stream().map(Described::of).toList();
            all.stream().filter(Described::isForInformation).forEach(it -> tell(it.line()));
            var different = all.stream().filter(it -> !it.isForInformation()).toList();
            return different.isEmpty() ? Optional.empty() : Optional.of(new Finding("models",
                    "Models and database are apart (`revision --autogenerate -m MSG` drafts a script):",
                    different.stream().map(Described::object).distinct().toList(), different));
        }
    }

    private static List<Finding> findings(Project project, State state) {
        var findings = new ArrayList<Finding>();
        Unadopted.seen(project, state).ifPresent(it -> findings.add(new Finding("not_adopted",
                "Tables of these scripts without a record of any (`migrate adopt` finds out which revision it is).",
                List.of(), List.of())));
        // In the middle of a squash nothing is applied before that is settled.
        if (state.partly().isEmpty()) {
            add(findings, "pending", "`migrate upgrade` would apply",
                    state.pending().stream().map(Revision::id).toList());
        }
        var heads = state.heads();
        if (heads.size() > 1) {
            add(findings, "multiple_heads", "Several heads (`revision merge heads` joins them)",
                    heads.stream().map(Revision::id).toList());
        }
        add(findings, "within_squash", "A part of what was squashed into one script is applied",
                state.partly().stream().map(it -> it.revision().id()).toList());
        add(findings, "edited", "Ran in other words than the squash has (`migrate repair` there, with the old scripts)",
                state.reworded().stream().map(Reworded::revision).toList());
        add(findings, "edited", "Edited since they ran (`migrate repair` accepts an edit)", ids(state.edited()));
        add(findings, "missing", "Applied, and the file has vanished", ids(state.missing()));
        add(findings, "unknown_to_folder", "Applied, and newer than this folder", ids(state.newer()));
        add(findings, "half_applied", "Stopped half way (`migrate upgrade` goes on)",
                state.snapshot().journal().stream().map(it -> it.revision()).toList());
        add(findings, "repeatable", "Repeatable scripts to run",
                Repeatables.changed(project.repeatables(), state.snapshot().repeatables()).stream()
                        .map(it -> it.name()).toList());
        return findings;
    }

    private static List<String> ids(List<Applied> records) {
        return records.stream().map(Applied::revision).toList();
    }

    private static void add(List<Finding> findings, String kind, String message, List<String> subjects) {
        if (!subjects.isEmpty()) {
            var named = String.join(", ", subjects.subList(0, Math.min(MOST_NAMED, subjects.size())));
            var more = subjects.size() > MOST_NAMED ? " and " + (subjects.size() - MOST_NAMED) + " more" : "";
            findings.add(new Finding(kind, message + ": " + named + more + ".", subjects, List.of()));
        }
    }

    private static Map<String, Object> document(List<Finding> findings) {
        return Map.of("findings", findings.stream().map(it -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("kind", it.kind());
            fields.put("message", it.message());
            fields.put("subjects", it.subjects());
            if (!it.differences().isEmpty()) {
                fields.put("differences", it.differences().stream().map(Json::difference).toList());
            }
            return fields;
        }).collect(Collectors.toList()));
    }
}
