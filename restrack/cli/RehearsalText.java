package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import restrack.copy.rehearsal.Rehearsed;
import restrack.copy.rehearsal.RehearsalReport;
import restrack.copy.rehearsal.RoundTrip;

/**
 * A rehearsal for people: a table of the scripts, what each of them changes below it, and what it comes to.
 *
 * @param style how words are coloured
 */
record RehearsalText(Style style) {
    private static final int LONGEST_MESSAGE = 60;
    private static final String INDENT = "    ";

    /** {@return the lines} */
    List<String> of(RehearsalReport report, String database) {
        var lines = new ArrayList<String>();
        if (report.bytes() > 0) {
            lines.add("Cloned " + Amount.ofBytes(report.bytes()) + " in " + Amount.ofMillis(report.millis()) + ".");
        }
        lines.addAll(scripts(report));
        for (var words : RehearsalWords.of(report, database)) {
            lines.add(words.good() ? words.sentence() : style.bad(words.sentence()));
            words.lines().forEach(it -> lines.add(INDENT + it));
        }
        return lines;
    }

    private List<String> scripts(RehearsalReport report) {
        var table = new TextTable().titles("Way", "Revision", "Message", "Time", "Rows", "Size");
        report.up().forEach(it -> row(table, style::good, it.done().operation(), it));
        var down = report.roundTrip().map(RoundTrip::down).orElse(List.of());
        var again = report.roundTrip().map(RoundTrip::again).orElse(List.of());
        down.forEach(it -> row(table, style::open, "down", it));
        again.forEach(it -> row(table, style::good, "again", it));
        var rows = table.lines();
        var lines = new ArrayList<>(rows.subList(0, 1));
        for (int i = 0; i < report.up().size(); i++) {
            lines.add(rows.get(i + 1));
            lines.addAll(below(report.up().get(i)));
        }
        lines.addAll(rows.subList(report.up().size() + 1, rows.size()));
        return lines.size() == 1 ? List.of() : lines;
    }

    private static void row(TextTable table, UnaryOperator<String> paint, String way, Rehearsed script) {
        var revision = script.done().revision();
        table.row(paint, way, revision.id(), TextTable.cut(revision.message(), LONGEST_MESSAGE),
                Amount.ofMillis(script.millis()), Amount.of(script.done().written()), size(script));
    }

    private static String size(Rehearsed script) {
        var before = Amount.ofBytes(script.before());
        var after = Amount.ofBytes(script.after());
        return before.equals(after) ? after : before + " -> " + after;
    }

    private static List<String> below(Rehearsed script) {
        var lines = new ArrayList<String>();
        script.changes().forEach(it -> lines.add(INDENT + it.line()));
        script.done().notes().forEach(it -> lines.add(INDENT + it));
        return lines;
    }
}
