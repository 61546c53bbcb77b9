package restrack.lease;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * On what terms a turn is taken.
 *
 * @param prefix   what the names of our tables begin with: letters, digits and underscores
 * @param length   how long the lease of a runner that is not heard of any more lasts; two seconds at least, because
 *                 servers count the time of idle connections in seconds
 * @param patience how long to wait for others
 * @param waiting  is told who is in the way when that takes longer than a moment
 */
public record Terms(String prefix, Duration length, Duration patience, Consumer<String> waiting) {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(1);

    /** Makes a lease that is too short longer. */
    public Terms {
        length = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
    }

    /** {@return how often the lease is renewed} Two renewals may fail. */
    Duration beat() {
        return length.dividedBy(3);
    }

    /**
     * {@return how long a lease must have been seen to have ended} On a cluster nobody can renew one while a table is
     * changed; the holder does so as soon as that is done.
     */
    Duration grace() {
        return beat().compareTo(LONGEST_GRACE) < 0 ? beat() : LONGEST_GRACE;
    }

    /**
     * {@return how long a connection may be silent before the server closes it} A runner that is stopped right after
     * it renewed its lease is silent from then on; one that is stopped right before the next renewal has two thirds of
     * its lease left. Half is less than both.
     */
    Duration silence() {
        return length.dividedBy(2);
    }
}
