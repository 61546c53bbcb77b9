package restrack.database;

import java.time.Duration;
import restrack.config.Key;

/**
 * How a database is to be opened.
 *
 * @param lockTimeout how long to wait for whoever is writing
 * @param foreignKeys whether scripts run with foreign keys enforced, where that is a choice
 * @param waiting     is told when a wait begins
 * @param tablePrefix what the names of the toolkit's own tables begin with
 * @param lease       on servers, how long the turn lasts of a runner that is not heard of any more
 */
public record Access(Duration lockTimeout, boolean foreignKeys, Waiting waiting, String tablePrefix, Duration lease) {
    /** As above, with what the settings say by themselves. */
    public Access(Duration lockTimeout, boolean foreignKeys, Waiting waiting) {
        this(lockTimeout, foreignKeys, waiting, Key.TABLE_PREFIX.fallback(), Duration.ofSeconds(30));
    }
}
