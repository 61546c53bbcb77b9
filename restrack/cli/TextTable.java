package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table for people: columns as wide as their widest cell, two spaces between them. */
final class TextTable {
    private final List<String[]> rows = new ArrayList<>();
    private final List<UnaryOperator<String>> paints = new ArrayList<>();

    /** Adds the row of titles. */
    TextTable titles(String... cells) {
        return row(UnaryOperator.identity(), cells);
    }

    /** Adds a row, the first cell of which is painted after it has been padded. */
    TextTable row(UnaryOperator<String> paint, String... cells) {
        rows.add(cells);
        paints.add(paint);
        return this;
    }

    /** {@return the lines of the table} */
    List<String> lines() {
        int columns = rows.stream().mapToInt(it -> it.length).max().orElse(0);
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        var lines = new ArrayList<String>();
        for (int r = 0; r < rows.size(); r++) {
            var line = new StringBuilder();
            var row = rows.get(r);
            for (int i = 0; i < row.length; i++) {
                var cell = row[i] + " ".repeat(i == row.length - 1 ? 0 : widths[i] - width(row[i]));
                line.append(i == 0 ? paints.get(r).apply(cell) : cell).append(i == row.length - 1 ? "" : "  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** {@return a text cut to so many characters, the last of which is then an ellipsis} */
    static String cut(String text, int longest) {
        return width(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
