package restrack.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import restrack.database.Database;

/**
 * Ctrl-C, or a polite kill, while a database is being changed: the statement that runs is stopped, the command rolls
 * back and says so, and then the process ends. Where there is nothing to roll back, it ends at once.
 */
final class Shutdown implements Surroundings.Interruption {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Database database;
    private boolean registered;

    @Override
    public void concerns(Database changed) {
        database = changed;
        if (!registered) {
            registered = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
        }
    }

    /** The command has said what it had to say; nothing is waited for any more. */
    void commandHasEnded() {
        ended.countDown();
    }

    private void stop() {
        if (database == null) {
            return;
        }
        try {
            // Interrupting once could fall between two statements. And what the command has to say of its end is
            // waited for, although the database is closed by then.
            for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
                var changed = database;
                if (changed != null) {
                    changed.interrupt();
                }
                if (ended.await(100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
