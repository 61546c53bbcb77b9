package restrack.cli;

import java.util.Locale;

/** Measured amounts as a person reads them. */
final class Amount {
    private static final long KILO = 1000;
    private static final long LONG_MILLIS = 10_000;

    private Amount() {
    }

    /** {@return a size: {@code 49 kB}, {@code 1.2 MB}} */
    static String ofBytes(long bytes) {
        if (bytes < KILO * KILO) {
            return (bytes + KILO / 2) / KILO + " kB";
        }
        boolean giga = bytes >= KILO * KILO * KILO;
        return String.format(Locale.ROOT, "%.1f %s", bytes / (double) (giga ? KILO * KILO * KILO : KILO * KILO),
                giga ? "GB" : "MB");
    }

    /** {@return a time: {@code 415 ms}, {@code 12.3 s}} */
    static String ofMillis(long millis) {
        return millis < LONG_MILLIS ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** {@return a number: {@code 1,000,000}} */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
