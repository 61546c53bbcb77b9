package restrack.database;

import java.time.Duration;
import java.util.Optional;
import restrack.config.DatabaseUrl;
import restrack.config.Key;

/**
 * How a database is to be opened.
 *
 * @param lockTimeout how long to wait for whoever is writing
 * @param foreignKeys whether scripts run with foreign keys enforced, where that is a choice
 * @param waiting     is told when a wait begins
 * @param tablePrefix what the names of the toolkit's own tables begin with
 * @param lease       on servers, how long the turn lasts of a runner that is not heard of any more
 * @param scratch     on servers, a database in which scripts are tried; nothing where one is made for it
 */
public record Access(Duration lockTimeout, boolean foreignKeys, Waiting waiting, String tablePrefix, Duration lease,
        Optional<DatabaseUrl> scratch) {
    /** As above, with databases made for what is tried. */
    public Access(Duration lockTimeout, boolean foreignKeys, Waiting waiting, String tablePrefix, Duration lease) {
        this(lockTimeout, foreignKeys, waiting, tablePrefix, lease, Optional.empty());
    }

    /** As above, with what the settings say by themselves. */
    public Access(Duration lockTimeout, boolean foreignKeys, Waiting waiting) {
        this(lockTimeout, foreignKeys, waiting, Key.TABLE_PREFIX.fallback(), Duration.ofSeconds(30));
    }
}
