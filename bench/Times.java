package bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a tool took, round by round.
 *
 * @param milliseconds one for each round
 */
record Times(List<Double> milliseconds) {
    Times {
        milliseconds = List.copyOf(milliseconds);
    }

    double median() {
        return median(milliseconds);
    }

    double least() {
        return milliseconds.stream().mapToDouble(it -> it).min().orElseThrow();
    }

    /** {@return how many times as long as another in the same round, the median of the rounds} */
    double ratio(Times other) {
        return median(IntStream.range(0, milliseconds.size())
                .mapToObj(round -> milliseconds.get(round) / other.milliseconds.get(round)).toList());
    }

    /** {@return what is left of each round when another's time in it is taken off} */
    Times less(Times other) {
        return new Times(IntStream.range(0, milliseconds.size())
                .mapToObj(round -> milliseconds.get(round) - other.milliseconds.get(round)).toList());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
