package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import restrack.apply.KeptData;
import restrack.apply.Repeatables;
import restrack.apply.State;
import restrack.graph.Revision;
import restrack.history.Applied;
import restrack.history.Kept;

/** {@code migrate status}. */
@Command(name = "status", description = "One table: every revision, its state, when, how long, by whom.")
final class StatusCommand extends BaseCommand {
    private static final int LONGEST_MESSAGE = 60;

    private record Line(String state, Revision revision, Optional<Applied> record, String file) {
    }

    @Override
    int run() {
        try (var project = project()) {
            var state = project.state();
            var lines = lines(state);
            tell("Database: " + project.url().display());
            print(lines);
            var changed = Repeatables.changed(project.repeatables(), state.snapshot().repeatables());
            for (var repeatable : changed) {
                boolean ran = state.snapshot().repeatables().containsKey(repeatable.name());
                say(style().open(ran ? "changed" : "new") + "  " + repeatable.file());
            }
            say(summary(state, changed.size()));
            var kept = new KeptData(project).all();
            if (!kept.isEmpty()) {
                say("Kept from scripts that were taken back: " + kept.stream().map(it -> it.parcel().words())
                        .collect(Collectors.joining(", ")) + ". See `migrate kept`.");
            }
            answer(() -> document(lines, state, changed.stream().map(it -> it.name()).toList(), kept));
            return DONE;
        }
    }

    private static List<Line> lines(State state) {
        var records = state.snapshot().applied().stream()
                .collect(Collectors.toMap(Applied::revision, UnaryOperator.identity()));
        var edited = state.edited().stream().map(Applied::revision).toList();
        var missing = state.missing().stream().map(Applied::revision).toList();
        var half = state.snapshot().journal().stream().map(it -> it.revision()).toList();
        var lines = new ArrayList<Line>();
        for (var revision : state.graph().revisions()) {
            var id = revision.id();
            var record = Optional.ofNullable(records.get(id));
            var script = state.scripts().find(id);
            var word = half.contains(id) ? "half applied"
                    : record.isEmpty() ? "pending"
                    : missing.contains(id) ? "missing"
                    : script.isEmpty() ? "unknown"
                    : edited.contains(id) ? "edited"
                    : !record.get().origin().isEmpty() ? "adopted"
                    : record.get().stamped() ? "stamped" : "applied";
            lines.add(new Line(word, revision, record,
                    script.map(it -> it.file().getFileName().toString()).orElse("")));
        }
        for (var entry : state.lost()) {
            lines.add(new Line("half applied", new Revision(entry.revision(), List.of(), List.of(), List.of(),
                    "its file has vanished", ""), Optional.empty(), ""));
        }
        return lines;
    }

    private void print(List<Line> lines) {
        if (lines.isEmpty() || options().json) {
            return;
        }
        var table = new TextTable().titles("State", "Revision", "Message", "Applied (UTC)", "ms", "By");
        for (var line : lines) {
            var record = line.record();
            table.row(paint(line.state()), line.state(), line.revision().id(),
                    TextTable.cut(line.revision().message(), LONGEST_MESSAGE),
                    record.map(it -> it.at().replace('T', ' ').replaceAll("\\..*|Z", "")).orElse(""),
                    record.map(it -> it.stamped() ? "" : String.valueOf(it.millis())).orElse(""),
                    record.map(Applied::by).orElse(""));
        }
        table.lines().forEach(this::say);
    }

    private UnaryOperator<String> paint(String word) {
        return switch (word) {
            case "applied", "stamped", "adopted" -> style()::good;
            case "pending" -> style()::open;
            default -> style()::bad;
        };
    }

    private static String summary(State state, int changed) {
        int applied = state.applied().size();
        int pending = state.pending().size();
        return applied + " applied, " + pending + " pending"
                + (changed > 0 ? ", " + changed + " repeatable to run" : "") + ".";
    }

    private static Map<String, Object> document(List<Line> lines, State state, List<String> changed,
                                                List<Kept> kept) {
        var current = state.graph().current(state.applied());
        var revisions = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            var fields = new LinkedHashMap<>(Json.revision(line.revision(), state.graph(), current));
            fields.put("state", line.state());
            fields.put("file", line.file());
            line.record().ifPresent(it -> {
                fields.put("appliedAt", it.at());
                fields.put("ms", it.millis());
                fields.put("appliedBy", it.by());
                if (!it.origin().isEmpty()) {
                    fields.put("origin", it.origin());
                }
            });
            revisions.add(fields);
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("revisions", revisions);
        document.put("repeatables", changed);
        document.put("kept", kept.stream().map(KeptCommand::document).toList());
        document.put("current", List.copyOf(current));
        return document;
    }
}
