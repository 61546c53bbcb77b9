package restrack.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import restrack.apply.Advance;

/** Says how far batches have come, every few seconds: {@code 12,000 of 30,000 rows (40 %), 5,000 rows/s, 4 s left}. */
public final class BatchLines implements BatchDisplay {
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Consumer<String> say;
    private final LongSupplier clock;
    private String place = "";
    private long began;
    private long said;

    /**
     * @param say   takes a line
     * @param clock gives nanoseconds
     */
    public BatchLines(Consumer<String> say, LongSupplier clock) {
        this.say = say;
        this.clock = clock;
    }

    @Override
    public void show(Advance advance) {
        long now = clock.getAsLong();
        if (!advance.place().equals(place) || advance.rows() == advance.earlier()) {
            place = advance.place();
            began = now;
            said = now;
            return;
        }
        if (now - said >= SILENT_NANOS) {
            said = now;
            say.accept(line(advance, (now - began) / (double) TimeUnit.SECONDS.toNanos(1)));
        }
    }

    private static String line(Advance advance, double seconds) {
        double rate = (advance.rows() - advance.earlier()) / seconds;
        long left = Math.round((advance.all() - advance.rows()) / rate);
        return String.format(Locale.ROOT, "%s: %s, %,d of %,d rows (%d %%), %,.0f rows/s, %s left", advance.place(),
                advance.table(), advance.rows(), advance.all(), 100 * advance.rows() / Math.max(1, advance.all()), rate,
                left < 120 ? left + " s" : left / 60 + " min");
    }
}
