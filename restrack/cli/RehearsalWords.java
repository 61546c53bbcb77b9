package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import restrack.copy.rehearsal.Deviation;
import restrack.copy.rehearsal.RehearsalReport;
import restrack.copy.rehearsal.RoundTrip;
import restrack.copy.rehearsal.WayBackEnd;

/**
 * What a rehearsal comes to, in sentences.
 *
 * @param sentence the sentence
 * @param good     whether it is as it should be
 * @param lines    what belongs to it, a line each
 */
record RehearsalWords(String sentence, boolean good, List<String> lines) {
    /** {@return what is to be said, the way back first} */
    static List<RehearsalWords> of(RehearsalReport report, String database) {
        var words = new ArrayList<RehearsalWords>();
        report.roundTrip().ifPresent(it -> roundTrip(it, words));
        if (report.failure().isEmpty()) {
            report.end().ifPresent(it -> words.add(good(it.revision().id() + why(it) + ": "
                    + (report.roundTrip().isPresent() ? "the way back was tried down to it only."
                            : "no way back was tried."))));
        }
        if (!report.refused().isEmpty()) {
            words.add(bad("An upgrade would be refused, unless it is allowed:", report.refused().stream()
                    .map(it -> it.getMessage() + (it.getMessage().contains("\n") ? "\n    " : " ") + it.hint())
                    .toList()));
        }
        if (report.failure().isEmpty()) {
            words.add(good("Upgrading " + database + " should take about as long as here: "
                    + Amount.ofMillis(report.upMillis()) + ". It was not touched."));
        }
        return words;
    }

    private static void roundTrip(RoundTrip trip, List<RehearsalWords> words) {
        trip.back().ifPresent(it -> words.add(!it.isEmpty() ? bad("The way back does not lead back. Other than before:",
                it.lines()) : new RehearsalWords("The way back leads back: schema and data are what they were"
                + (it.lines().isEmpty() ? "." : ", but for the order of columns:"), true, it.lines())));
        trip.repeated().ifPresent(it -> words.add(repeated(it, trip)));
        trip.failure().ifPresent(it -> words.add(bad(trip.back().isEmpty() ? "The way back fails:"
                : "The way up fails the second time:", List.of(it.getMessage()))));
    }

    private static RehearsalWords repeated(Deviation deviation, RoundTrip trip) {
        if (deviation.lines().isEmpty()) {
            return good("Up again, schema and data are the same as the first time.");
        }
        boolean accepted = trip.repeatsItself() && trip.back().filter(Deviation::isEmpty).isPresent();
        return accepted ? new RehearsalWords("Up again, some values are others, as those are that say when a script "
                + "ran:", true, deviation.lines())
                : bad("Up again, this is other than the first time:", deviation.lines());
    }

    private static String why(WayBackEnd end) {
        return switch (end.why()) {
            case NO_WAY_DOWN -> " has no way down";
            case HALF_APPLIED -> " was half applied when this began, and its way down leads to before that";
        };
    }

    private static RehearsalWords good(String sentence) {
        return new RehearsalWords(sentence, true, List.of());
    }

    private static RehearsalWords bad(String sentence, List<String> lines) {
        return new RehearsalWords(sentence, false, lines);
    }
}
