package restrack.cli;

import java.io.PrintWriter;
import restrack.apply.Advance;

/** Shows how far batches have come: as a bar on a terminal, as a line now and then elsewhere. */
interface BatchDisplay {
    /** {@return the display that fits what is around} */
    static BatchDisplay of(boolean silent, Surroundings surroundings, PrintWriter err) {
        return silent ? advance -> { }
                : surroundings.terminal() ? new BatchBar(err, surroundings.environment().get("COLUMNS"))
                : new BatchLines(err::println, System::nanoTime);
    }

    /** Shows how far a statement has come. */
    void show(Advance advance);

    /** Takes away what would stand in the way of other words. */
    default void end() {
    }
}
