package restrack.lease;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who has the turn, as the table says.
 *
 * @param token how many have had it, this one included
 * @param claim a random word of the one who took it, by which it knows its own row again
 * @param name  who it is, for people; empty where nobody has it
 * @param since when it was taken, in milliseconds since 1970 by the server's clock
 * @param left  how many milliseconds of its lease are left; not positive where it has ended
 * @param seat  where it sits
 */
record Holder(long token, String claim, String name, long since, long left, Seat seat) {
    boolean isFree() {
        return name.isEmpty();
    }

    boolean hasEnded() {
        return left <= 0;
    }

    /** {@return who it is and since when, as a phrase} */
    String phrase() {
        return name + ", since " + Instant.ofEpochMilli(since).truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@return when its lease ends, as a phrase} */
    String end() {
        return hasEnded() ? "its lease has ended" : "its lease ends in " + (left + 999) / 1000 + " s if it is not "
                + "heard of";
    }
}
