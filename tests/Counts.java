package tests;

import java.util.Arrays;

/**
 * How many tests there were, by their outcome.
 *
 * @param passed  those that held
 * @param failed  those that did not
 * @param skipped those that could not be run here
 */
record Counts(int passed, int failed, int skipped) {
    /** {@return what a worker has written} */
    static Counts of(String line) {
        var numbers = Arrays.stream(line.replaceAll("[^0-9,]", "").split(",")).mapToInt(Integer::parseInt).toArray();
        return new Counts(numbers[0], numbers[1], numbers[2]);
    }

    Counts plus(Counts other) {
        return new Counts(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    @Override
    public String toString() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
}
