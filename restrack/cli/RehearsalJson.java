package restrack.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import restrack.copy.rehearsal.Deviation;
import restrack.copy.rehearsal.RehearsalReport;
import restrack.copy.rehearsal.Rehearsed;
import restrack.copy.rehearsal.RoundTrip;
import restrack.copy.rehearsal.WayBackEnd;

/** What {@code migrate rehearse --json} answers. */
final class RehearsalJson {
    private RehearsalJson() {
    }

    /** {@return the document; that of a rehearsal in which a script failed is an error too} */
    static Map<String, Object> of(RehearsalReport report) {
        var document = new LinkedHashMap<String, Object>();
        report.failure().ifPresent(it -> document.putAll(Json.error(it)));
        document.put("holds", report.holds());
        document.put("clone", clone(report));
        document.put("up", scripts(report.up()));
        document.put("ms", report.upMillis());
        document.put("roundTrip", report.roundTrip().map(RehearsalJson::roundTrip).orElse(null));
        document.put("noWayDown", end(report, WayBackEnd.Why.NO_WAY_DOWN));
        document.put("halfApplied", end(report, WayBackEnd.Why.HALF_APPLIED));
        return document;
    }

    /** {@return the script at which the way back ended, if that was why} */
    private static String end(RehearsalReport report, WayBackEnd.Why why) {
        return report.end().filter(it -> it.why() == why).map(it -> it.revision().id()).orElse(null);
    }

    private static Map<String, Object> clone(RehearsalReport report) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("bytes", report.bytes());
        fields.put("ms", report.millis());
        return fields;
    }

    private static List<Map<String, Object>> scripts(List<Rehearsed> scripts) {
        return scripts.stream().map(RehearsalJson::script).toList();
    }

    private static Map<String, Object> script(Rehearsed script) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("op", script.done().operation());
        fields.put("revision", script.done().revision().id());
        fields.put("message", script.done().revision().message());
        fields.put("file", script.file().toString());
        fields.put("ms", script.millis());
        fields.put("rows", script.done().written());
        fields.put("bytesBefore", script.before());
        fields.put("bytesAfter", script.after());
        fields.put("changes", script.changes().stream().map(Json::difference).toList());
        fields.put("notes", script.done().notes());
        fields.put("refused", script.refused().stream().map(it -> Json.error(it).get("error")).toList());
        return fields;
    }

    private static Map<String, Object> roundTrip(RoundTrip trip) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("holds", trip.holds());
        fields.put("down", scripts(trip.down()));
        fields.put("back", trip.back().map(RehearsalJson::deviation).orElse(null));
        fields.put("again", scripts(trip.again()));
        fields.put("repeated", trip.repeated().map(RehearsalJson::deviation).orElse(null));
        fields.put("error", trip.failure().map(it -> Json.error(it).get("error")).orElse(null));
        return fields;
    }

    private static Map<String, Object> deviation(Deviation deviation) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("schema", deviation.schema().stream().map(Json::difference).toList());
        fields.put("tables", deviation.tables().stream().map(it -> {
            var table = new LinkedHashMap<String, Object>();
            table.put("table", it.table());
            table.put("differs", it.what().name().toLowerCase(Locale.ROOT));
            table.put("rowsBefore", it.before());
            table.put("rowsAfter", it.after());
            table.put("columns", it.columns());
            return table;
        }).toList());
        return fields;
    }
}
