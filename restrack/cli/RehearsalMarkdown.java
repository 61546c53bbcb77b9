package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.copy.rehearsal.Rehearsed;
import restrack.copy.rehearsal.RehearsalReport;
import restrack.schema.Described;

/**
 * A rehearsal as a comment on a pull request: a table and a few sentences in GitHub Flavored Markdown, short enough for
 * one comment however much there is to tell.
 */
final class RehearsalMarkdown {
    /** GitHub takes 65,536 characters; what is not of the table needs some of them. */
    private static final int LONGEST_TABLE = 40_000;
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 300;

    private RehearsalMarkdown() {
    }

    /** {@return the lines} */
    static List<String> of(RehearsalReport report, String database) {
        var lines = new ArrayList<String>();
        lines.add("### " + (report.holds() ? "✅ The rehearsal holds" : "❌ The rehearsal does not hold"));
        lines.add("");
        if (!report.up().isEmpty()) {
            lines.addAll(table(report.up()));
            lines.add("");
        }
        report.failure().ifPresent(it -> lines.addAll(item("The next script fails:", List.of(it.getMessage()))));
        for (var words : RehearsalWords.of(report, database)) {
            lines.addAll(item((words.good() ? "" : "**") + words.sentence() + (words.good() ? "" : "**"),
                    words.lines()));
        }
        lines.add("");
        lines.add(report.bytes() == 0 ? "Rehearsed on an empty database."
                : "Rehearsed on a clone of " + Amount.ofBytes(report.bytes()) + ".");
        return lines;
    }

    private static List<String> table(List<Rehearsed> scripts) {
        var lines = new ArrayList<>(List.of("| script | time | rows written | size | changes |",
                "| --- | ---: | ---: | ---: | --- |"));
        int length = 0;
        for (int i = 0; i < scripts.size(); i++) {
            var row = row(scripts.get(i));
            length += row.length();
            if (length > LONGEST_TABLE) {
                lines.add("| … and " + (scripts.size() - i) + " more | | | | |");
                break;
            }
            lines.add(row);
        }
        return lines;
    }

    private static String row(Rehearsed script) {
        var revision = script.done().revision();
        var changes = script.changes().stream().limit(MOST_LINES).map(Described::line)
                .map(it -> code(it).replace("|", "\\|")).collect(Collectors.joining("<br>"));
        int more = script.changes().size() - MOST_LINES;
        return "| " + code(revision.id()) + " " + plain(revision.message()) + " | " + Amount.ofMillis(script.millis())
                + " | " + Amount.of(script.done().written()) + " | " + Amount.ofBytes(script.before()) + " → "
                + Amount.ofBytes(script.after()) + " | " + changes + (more > 0 ? "<br>… and " + more + " more" : "")
                + " |";
    }

    private static List<String> item(String sentence, List<String> details) {
        var lines = new ArrayList<String>();
        lines.add("- " + sentence);
        details.stream().limit(MOST_LINES).forEach(it -> lines.add("  - " + code(it)));
        if (details.size() > MOST_LINES) {
            lines.add("  - … and " + (details.size() - MOST_LINES) + " more");
        }
        return lines;
    }

    /** {@return a text in which nothing is marked up} It needs longer quotes than there are in it. */
    private static String code(String text) {
        var line = TextTable.cut(text.strip().replaceAll("\\s+", " "), LONGEST_LINE);
        var quote = "`";
        while (line.contains(quote)) {
            quote += "`";
        }
        var space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return quote + space + line + space + quote;
    }

    private static String plain(String text) {
        return TextTable.cut(text, LONGEST_LINE).replaceAll("([\\\\`*_{}\\[\\]<>#|~&@])", "\\\\$1");
    }
}
