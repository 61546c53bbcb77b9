package restrack.database;

import java.time.Duration;

/**
 * How a database is to be opened.
 *
 * @param lockTimeout how long to wait for whoever is writing
 * @param foreignKeys whether scripts run with foreign keys enforced, where that is a choice
 * @param waiting     is told when a wait begins
 */
public record Access(Duration lockTimeout, boolean foreignKeys, Waiting waiting) {
}
