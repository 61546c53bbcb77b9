package restrack.copy.rehearsal;

import java.util.List;
import java.util.Optional;
import restrack.MigrateException;

/**
 * The way back, and then up again.
 *
 * @param down     the scripts that were taken back, newest first
 * @param back     what was other at the lower end than before the way up; nothing if the way down failed
 * @param again    the scripts that were applied once more
 * @param repeated what was other at the upper end than the first time; nothing if that was not reached
 * @param failure  what stopped it before its end
 */
public record RoundTrip(List<Rehearsed> down, Optional<Deviation> back, List<Rehearsed> again,
                        Optional<Deviation> repeated, Optional<MigrateException> failure) {
    /** The lists are copied. */
    public RoundTrip {
        down = List.copyOf(down);
        again = List.copyOf(again);
    }

    /**
     * {@return whether the way back leads back, and the way up leads to the same again} Other values at the upper end
     * are told and accepted: a script may write down what time it is.
     */
    public boolean holds() {
        return back.filter(Deviation::isEmpty).isPresent() && repeatsItself();
    }

    /** {@return whether the way up led to the same the second time, but for values} */
    public boolean repeatsItself() {
        return repeated.filter(it -> it.isSameSchema() && it.tables().stream()
                .allMatch(table -> table.what() == TableDeviation.What.VALUES)).isPresent();
    }
}
