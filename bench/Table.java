package bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The results in Markdown, row by row.
 *
 * @param tools its columns
 */
record Table(List<Tool> tools) {
    String head() {
        return """
                Whole processes in milliseconds: the median, the least in parentheses, and how many times as long as \
                `direct` in the same round (the median of the rounds).

                | scenario | %s |
                | --- |%s""".formatted(tools.stream().map(Tool::name).collect(Collectors.joining(" | ")),
                " ---: |".repeat(tools.size()));
    }

    String row(Scenario scenario, Map<Tool, Times> results) {
        var direct = tools.stream().filter(it -> it.name().equals(Tool.DIRECT)).findFirst().map(results::get);
        return "| " + scenario.title() + " | " + tools.stream()
                .map(it -> Optional.ofNullable(results.get(it)).map(times -> cell(times, direct)).orElse("–"))
                .collect(Collectors.joining(" | ")) + " |";
    }

    private static String cell(Times times, Optional<Times> direct) {
        var cell = String.format(Locale.ROOT, "%,.0f (%,.0f)", times.median(), times.least());
        return direct.filter(it -> it != times)
                .map(it -> String.format(Locale.ROOT, "%s %.2f×", cell, times.ratio(it))).orElse(cell);
    }
}
