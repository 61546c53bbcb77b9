package restrack.apply;

/** Estimates as a person reads them. */
public final class Size {
    private static final long MEGABYTE = 1_000_000;
    private static final long FEW_MILLIS = 50;

    private Size() {
    }

    /** {@return an amount of disk: {@code about 120 MB}} */
    public static String of(long bytes) {
        return bytes < MEGABYTE ? "less than 1 MB" : "about " + rounded(bytes / (double) MEGABYTE) + " MB";
    }

    /** {@return a duration: {@code about 3 s}} */
    public static String ofTime(long millis) {
        if (millis < FEW_MILLIS) {
            return "less than " + FEW_MILLIS + " ms";
        }
        if (millis < 1000) {
            return "about " + rounded(millis) + " ms";
        }
        return millis < 120_000 ? "about " + rounded(millis / 1000.0) + " s"
                : "about " + rounded(millis / 60_000.0) + " min";
    }

    /** {@return a number with two digits that count, because an estimate has no more} */
    private static long rounded(double number) {
        long unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        return Math.round(number / unit) * unit;
    }
}
