package tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many tests there were, by their outcome.
 *
 * @param passed  those that held
 * @param failed  those that did not
 * @param skipped those that could not be run here
 * @param reasons why they could not, with how many it was for each
 */
record Counts(int passed, int failed, int skipped, SortedMap<String, Integer> reasons) {
    static final Counts NONE = new Counts(0, 0, 0, new TreeMap<>());

    /** {@return what a worker has written, see {@link #lines}} */
    static Counts of(List<String> lines) {
        var numbers = Arrays.stream(lines.get(0).replaceAll("[^0-9,]", "").split(",")).mapToInt(Integer::parseInt)
                .toArray();
        var reasons = new TreeMap<String, Integer>();
        for (var line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            reasons.put(line.substring(space + 1), Integer.parseInt(line.substring(0, space)));
        }
        return new Counts(numbers[0], numbers[1], numbers[2], reasons);
    }

    Counts plus(Counts other) {
        var all = new TreeMap<>(reasons);
        other.reasons.forEach((reason, count) -> all.merge(reason, count, Integer::sum));
        return new Counts(passed + other.passed, failed + other.failed, skipped + other.skipped, all);
    }

    /** {@return the numbers, and a line for each reason: how many it kept from running, and its words} */
    List<String> lines() {
        var lines = new ArrayList<>(List.of(toString()));
        reasons.forEach((reason, count) -> lines.add(count + " " + reason));
        return lines;
    }

    @Override
    public String toString() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
}
