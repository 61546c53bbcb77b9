package restrack.apply;

import java.util.Optional;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.history.Event;

/**
 * What is to be done once before a run changes anything: it holds the lock of its first transaction, and has written
 * nothing in it. Nobody else writes between this and the first change. Not called where there turns out to be nothing
 * to do.
 */
@FunctionalInterface
public interface BeforeFirstChange {
    /** Nothing is to be done. */
    BeforeFirstChange NOTHING = database -> Optional.empty();

    /**
     * Does it.
     *
     * @param database the database of the run, in its transaction
     * @return what the event log is to tell of it, if anything
     * @throws MigrateException where the run must not go on; nothing of it is done then
     */
    Optional<Event> run(Database database);
}
