package restrack.apply;

import restrack.database.Database;
import restrack.history.History;

/** Sees to it that what comes before the first change of a run is done once. */
final class Threshold {
    private final BeforeFirstChange before;
    private boolean crossed;

    Threshold(BeforeFirstChange before) {
        this.before = before;
    }

    /**
     * {@return whether the next transaction is the first, and something comes before it} It must not be tried a second
     * time then: in between others could write.
     */
    boolean isAhead() {
        return !crossed && before != BeforeFirstChange.NOTHING;
    }

    /** To be called under the lock of each transaction that is going to change something, before it does. */
    void cross(Database database, History history) {
        if (!crossed) {
            crossed = true;
            before.run(database).ifPresent(event -> {
                history.create();
                history.lastEvent();
                history.log(event);
            });
        }
    }
}
