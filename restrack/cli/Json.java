package restrack.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.MigrateException;
import restrack.apply.Done;
import restrack.apply.Outlook;
import restrack.graph.Graph;
import restrack.graph.Revision;
import restrack.schema.Described;

/** The documents that {@code --json} answers with. Loaded only when one is asked for. */
final class Json {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private Json() {
    }

    /** {@return a document as text, on one line} It is ASCII, which the encoding of no terminal or pipe can spoil. */
    static String text(Object document) {
        var text = new StringBuilder();
        GSON.toJson(document).chars().forEach(c -> {
            if (c < 0x7f) {
                text.append((char) c);
            } else {
                text.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            }
        });
        return text.toString();
    }

    /** {@return an error} */
    static Map<String, Object> error(MigrateException error) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", error.kind().id());
        fields.put("message", error.getMessage());
        fields.put("hint", error.hint());
        return Map.of("error", fields);
    }

    /** {@return an error that stopped a run, with what had been done and committed before it} */
    static Map<String, Object> stopped(MigrateException error, List<Done> steps) {
        var document = new LinkedHashMap<>(error(error));
        document.put("steps", list(steps));
        return document;
    }

    /** {@return the answer of commands that change what is applied} */
    static Map<String, Object> steps(List<Done> steps, List<Revision> current) {
        var document = new LinkedHashMap<String, Object>();
        document.put("steps", list(steps));
        document.put("current", current.stream().map(Revision::id).toList());
        return document;
    }

    /** {@return the same of a plan, with what is expected of the changes to tables} */
    static Map<String, Object> planned(List<Done> steps, Map<String, List<Outlook>> outlook, List<Revision> current) {
        var document = new LinkedHashMap<>(steps(steps, current));
        var list = list(steps);
        list.forEach(it -> it.put("changes", Outlooks.documents(outlook.getOrDefault(it.get("revision"), List.of()))));
        document.put("steps", list);
        return document;
    }

    private static List<Map<String, Object>> list(List<Done> steps) {
        var list = new ArrayList<Map<String, Object>>();
        for (var step : steps) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("op", step.operation().equals("forget") ? "stamp" : step.operation());
            fields.put("revision", step.revision().id());
            fields.put("message", step.revision().message());
            fields.put("ms", step.millis());
            if (step.operation().equals("forget")) {
                fields.put("forgotten", true);
            }
            if (!step.notes().isEmpty()) {
                fields.put("notes", step.notes());
            }
            list.add(fields);
        }
        return list;
    }

    /** {@return the answer of commands that list revisions} */
    static Map<String, Object> revisions(List<Revision> revisions, Graph graph, Set<String> current) {
        return Map.of("revisions", revisions.stream().map(it -> revision(it, graph, current)).toList());
    }

    /** {@return a revision with all that is known of it} */
    static Map<String, Object> revision(Revision revision, Graph graph, Set<String> current) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("revision", revision.id());
        fields.put("revises", revision.revises());
        fields.put("dependsOn", revision.dependsOn());
        fields.put("labels", Flags.labels(revision, graph));
        fields.put("message", revision.message());
        fields.put("created", revision.created());
        fields.put("flags", Flags.of(revision, graph, current));
        if (!revision.replaces().isEmpty()) {
            fields.put("replaces", revision.replaces());
        }
        return fields;
    }

    /** {@return a difference between two schemas} */
    static Map<String, Object> difference(Described described) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("sign", described.sign());
        fields.put("subject", described.subject().word());
        fields.put("object", described.object());
        fields.put("from", described.from());
        fields.put("to", described.to());
        return fields;
    }
}
