package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results in Markdown, row by row.
 *
 * @param tools its columns
 */
record AlterTable(List<AlterTool> tools) {
    private static final String NOTHING = "–";
    /** So many milliseconds are lost between the starts of two processes: no ratio is taken of less. */
    private static final int SHORT = 100;

    String head() {
        var names = tools.stream().map(AlterTool::name).toList();
        return """
                Milliseconds: the median, the least in parentheses. `direct` is the whole process; `less start` is \
                what is left when the time of a script that does nothing is taken off, in the same round; `ratio` \
                is that divided by `sqlite3` in the same round (the median of the rounds).

                | change | way | %s | less start | ratio |
                | --- | --- |%s""".formatted(String.join(" | ", names), " ---: |".repeat(names.size() + 2));
    }

    String row(Change change, Map<String, Times> results) {
        var cells = new ArrayList<>(List.of(change.title(), change.way()));
        tools.forEach(it -> cells.add(cell(results.get(it.name()))));
        var direct = results.get(AlterTool.DIRECT);
        var less = direct == null ? null : direct.less(results.get(AlterRace.START));
        var sqlite3 = results.get(AlterTool.SQLITE3);
        cells.add(cell(less));
        cells.add(less == null || sqlite3 == null || sqlite3.median() < SHORT ? NOTHING
                : String.format(Locale.ROOT, "%.2f×", less.ratio(sqlite3)));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(Times times) {
        return times == null ? NOTHING
                : String.format(Locale.ROOT, "%,.0f (%,.0f)", times.median(), times.least());
    }
}
