package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import restrack.adhoc.Ran;
import restrack.adhoc.RanScript;
import restrack.adhoc.Rows;

/** What {@code migrate run} has done, as text and as JSON. */
final class RunReport {
    private static final int WIDEST_CELL = 40;
    private static final int WIDEST_EXCERPT = 70;

    private RunReport() {
    }

    /** {@return a line for each statement, below it what it answered with, and a total} */
    static List<String> lines(List<RanScript> scripts, boolean dryRun, long millis) {
        var table = new TextTable();
        var below = new ArrayList<List<String>>();
        for (var script : scripts) {
            if (script.statements().isEmpty()) {
                table.row(UnaryOperator.identity(), script.file(), rows(script.changed()) + " changed",
                        script.message());
                below.add(List.of());
            }
            for (var ran : script.statements()) {
                table.row(UnaryOperator.identity(), ran.place().toString(), outcome(ran),
                        TextTable.cut(ran.place().excerpt(), WIDEST_EXCERPT));
                below.add(below(ran));
            }
        }
        var lines = new ArrayList<String>();
        var statements = table.lines();
        for (int i = 0; i < statements.size(); i++) {
            lines.add(statements.get(i));
            below.get(i).forEach(it -> lines.add("    " + it));
        }
        var changed = rows(changed(scripts));
        lines.add(dryRun ? "Would have changed " + changed + ". Everything was rolled back (--dry-run)."
                : "Changed " + changed + " in " + millis + " ms.");
        return lines;
    }

    private static String outcome(Ran ran) {
        return ran.changed().isPresent() ? rows(ran.changed().getAsLong()) + " changed"
                : ran.rows().map(it -> rows(it.count())).orElse("done");
    }

    private static List<String> below(Ran ran) {
        var lines = new ArrayList<>(ran.notes());
        ran.rows().filter(it -> it.count() > 0).ifPresent(it -> lines.addAll(table(it)));
        return lines;
    }

    private static List<String> table(Rows rows) {
        var table = new TextTable().titles(rows.columns().stream().map(RunReport::cell).toArray(String[]::new));
        rows.first().forEach(row -> table.row(UnaryOperator.identity(),
                row.stream().map(RunReport::cell).toArray(String[]::new)));
        var lines = table.lines();
        long more = rows.count() - rows.first().size();
        if (more > 0) {
            lines.add("and " + rows(more) + " more");
        }
        return lines;
    }

    private static String cell(String value) {
        return value == null ? "NULL" : TextTable.cut(value.replaceAll("\\s+", " "), WIDEST_CELL);
    }

    /** {@return a number of rows in words} */
    static String rows(long count) {
        return String.format(Locale.ROOT, "%,d", count) + (count == 1 ? " row" : " rows");
    }

    private static long changed(List<RanScript> scripts) {
        return scripts.stream().mapToLong(RanScript::changed).sum();
    }

    /** {@return the same for programs} */
    static Map<String, Object> document(List<RanScript> scripts, boolean dryRun, long millis) {
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put("scripts", scripts.stream().map(RunReport::document).toList());
        document.put("changed", changed(scripts));
        document.put("ms", millis);
        return document;
    }

    private static Map<String, Object> document(RanScript script) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", script.file());
        fields.put("message", script.message());
        fields.put("statements", script.statements().stream().map(RunReport::document).collect(Collectors.toList()));
        fields.put("changed", script.changed());
        return fields;
    }

    private static Map<String, Object> document(Ran ran) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("line", ran.place().statement().line());
        fields.put("statement", ran.place().statement().text());
        fields.put("changed", ran.changed().isPresent() ? ran.changed().getAsLong() : null);
        ran.rows().ifPresent(it -> {
            fields.put("count", it.count());
            fields.put("columns", it.columns());
            fields.put("rows", it.first());
        });
        if (!ran.notes().isEmpty()) {
            fields.put("notes", ran.notes());
        }
        return fields;
    }
}
