package restrack.database.postgres;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long locks are waited for. A statement that waits for a lock makes all others wait that come behind it, readers
 * too; so it waits a short time only, its transaction is rolled back, the others get through, and it is tried again,
 * until the lock timeout is used up. PostgreSQL documentation, "Explicit Locking", and {@code lock_timeout}.
 */
final class LockPatience {
    private static final long TRY_MILLIS = 2_000;
    /** Shorter, and it could not be seen who is in the way. */
    private static final long SHORTEST_MILLIS = 100;
    private static final int PAUSE_MILLIS = 100;

    private final long whole;
    private long used;

    LockPatience(Duration lockTimeout) {
        this.whole = Math.min(Integer.MAX_VALUE, Math.max(SHORTEST_MILLIS, lockTimeout.toMillis()));
    }

    /** {@return the lock timeout, in milliseconds} */
    long whole() {
        return whole;
    }

    /** {@return how long the next try may wait for one lock, in milliseconds} */
    long ofTry() {
        return Math.max(SHORTEST_MILLIS, Math.min(TRY_MILLIS, whole - used));
    }

    /** Takes note of a try that failed. */
    void failed() {
        used += ofTry();
    }

    /** {@return whether there is time for another try} Waits before it says so, each time a little differently. */
    boolean pause() {
        if (used >= whole) {
            return false;
        }
        long pause = PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS);
        used += pause;
        try {
            TimeUnit.MILLISECONDS.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Begins to count anew, after a transaction that went well. */
    void renew() {
        used = 0;
    }
}
