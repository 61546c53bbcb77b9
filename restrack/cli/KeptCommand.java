package restrack.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import restrack.apply.KeptData;
import restrack.apply.Project;
import restrack.apply.State;
import restrack.history.Kept;
import restrack.script.Script;

/** {@code migrate kept}. */
@Command(name = "kept", description = "List what downgrades have kept; drop it for good.")
final class KeptCommand extends ChangingCommand {
    @Option(names = "--drop", paramLabel = "REV", description = "Drop what is kept of a revision, for good.")
    String revision;

    @Override
    int run() {
        try (var project = project()) {
            var data = new KeptData(project);
            if (revision == null) {
                list(data.all(), project);
                return DONE;
            }
            var gone = data.of(revision);
            confirm(project);
            data.drop(gone);
            gone.forEach(it -> say("dropped  " + it.revision() + "  " + it.parcel().words()));
            answer(() -> Map.of("dropped", gone.stream().map(KeptCommand::document).toList()));
            return DONE;
        }
    }

    private void list(List<Kept> all, Project project) {
        if (all.isEmpty()) {
            tell("Nothing is kept.");
        } else {
            var state = project.state();
            var table = new TextTable().titles("Revision", "What", "Table", "Kept (UTC)", "Comes back");
            all.forEach(it -> table.row(UnaryOperator.identity(), it.revision(), it.parcel().words(),
                    it.parcel().side(), it.at().replace('T', ' ').replaceAll("\\..*|Z", ""),
                    it.waits() ? "when " + applied(it.revision(), state) : "no: " + it.remains()));
            table.lines().forEach(this::say);
        }
        answer(() -> Map.of("kept", all.stream().map(KeptCommand::document).toList()));
    }

    /** {@return what has to happen for it to come back} */
    private static String applied(String revision, State state) {
        if (state.applied().contains(revision)) {
            return "it is applied again";
        }
        return state.scripts().find(revision).map(it -> "it is applied")
                .or(() -> state.scripts().byId().values().stream().map(Script::revision)
                        .filter(it -> it.replaces().contains(revision)).findFirst().map(it -> it.id() + " is applied"))
                .orElse("it is applied; this folder does not have it");
    }

    /** {@return what is kept, for programs} */
    static Map<String, Object> document(Kept kept) {
        var parcel = kept.parcel();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("revision", kept.revision());
        fields.put("kind", parcel.kind().name().toLowerCase(Locale.ROOT));
        fields.put("table", parcel.table());
        fields.put("column", parcel.column().isEmpty() ? null : parcel.column());
        fields.put("rows", parcel.rows());
        fields.put("sideTable", parcel.side());
        fields.put("keptAt", kept.at());
        fields.put("remains", kept.waits() ? null : kept.remains());
        return fields;
    }
}
