package restrack.copy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.database.Database;
import restrack.database.UnderLock;
import restrack.history.Event;

/**
 * Puts a copy back into the database, where programs may have it open. Nobody else reads or writes meanwhile, and what
 * was there before is kept beside it.
 */
public final class Restoration {
    private final Project project;
    private final Origin origin;
    private final SoundCopy copy;

    /**
     * Looks at the copy; nothing is changed yet.
     *
     * @param project the project
     * @param file    the copy
     * @throws MigrateException {@code usage} where there is nothing to put it into, {@code file_error},
     *                          {@code not_a_database}, {@code bad_copy}
     */
    public Restoration(Project project, Path file) {
        this.project = project;
        this.origin = Origin.of(project);
        if (origin.is(file)) {
            throw new MigrateException(ErrorKind.USAGE, file + " is the database itself.", "Name a copy of it.");
        }
        this.copy = SoundCopy.of(project, file);
    }

    /** {@return what is going to be put in} */
    public SoundCopy copy() {
        return copy;
    }

    /**
     * {@return the project's database, made anew if it is not there; the caller closes it}
     *
     * @throws MigrateException {@code not_a_database} where something else is in its place
     */
    public Database open() {
        try {
            return project.open();
        } catch (MigrateException e) {
            throw e.kind() != ErrorKind.NOT_A_DATABASE ? e : new MigrateException(e.kind(), e.getMessage(),
                    "It was not touched. Move it away, then run the command again: the copy takes its place.", e);
        }
    }

    /**
     * Puts the copy in.
     *
     * @param database what {@link #open} gave; it keeps everybody out until it is closed
     * @param kept     is told of the copy of what is there now, before that goes
     * @throws MigrateException {@code busy} where somebody reads or writes; {@code disk_full}, or what else kept the
     *                          copy from being put in. The database is as it was then
     */
    public Restored run(Database database, Consumer<Backup> kept) {
        // No file of the database may be opened but through the database from here on: closing it would give the lock
        // away ("How To Corrupt An SQLite Database File", 2.2, POSIX advisory locks).
        boolean wasEmpty = origin.isEmpty(database);
        database.copies().isolate();
        var before = wasEmpty && database.names().isEmpty() ? Optional.<Backup>empty()
                : Optional.of(keep(database));
        before.ifPresent(kept);
        requireRoom(database);
        long start = System.nanoTime();
        database.copies().replaceWith(copy.file());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        log(database, before, millis);
        return new Restored(before, millis);
    }

    private Backup keep(Database database) {
        var beside = origin.name().beforeRestore(origin.beside(), Instant.now());
        return new VerifiedCopy(project, beside, false).ofWhatMayBeDamaged(database);
    }

    /** What is replaced goes into a journal first, or what is new into a log. */
    private void requireRoom(Database database) {
        long needed = origin.bytes(database) + copy.bytes();
        var free = database.freeBytes();
        if (free.isPresent() && free.getAsLong() < needed) {
            throw new MigrateException(ErrorKind.DISK_FULL, "Restoring needs " + needed + " bytes of disk while it "
                    + "runs, and the disk with the database has " + free.getAsLong() + " left. Nothing was changed.",
                    "Make room, then run the command again.");
        }
    }

    /** A copy with older tables of ours, or none, stays as it is: whoever made it may go on with it. */
    private void log(Database database, Optional<Backup> before, long millis) {
        var history = project.history(database);
        if (!history.isUpToDate()) {
            return;
        }
        UnderLock.run(database, () -> {
            history.lastEvent();
            history.log(new Event("restore", copy.file().getFileName().toString(), "", millis,
                    "from " + copy.file().toAbsolutePath()
                            + before.map(it -> "; what was there before: " + it.path().toAbsolutePath()).orElse("")));
            return history;
        });
    }
}
