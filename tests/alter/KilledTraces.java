package tests.alter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a process that was killed inside a transaction leaves beside the database, until somebody opens that. */
final class KilledTraces {
    /** SQLite documentation, "Database File Format", "The WAL Header" and "WAL Frame Header". */
    private static final int WAL_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

    private KilledTraces() {
    }

    /** {@return whether there is a journal to be rolled back, or a log that ends with pages of no commit} */
    static boolean of(Path database) {
        try {
            return hotJournal(Path.of(database + "-journal")) || unfinishedLog(Path.of(database + "-wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits, though not for ever, until somebody writes to the journal or to the log. */
    static void awaitWriting(Path database) {
        long end = System.nanoTime() + PATIENCE;
        try {
            var before = stamp(database);
            while (System.nanoTime() < end && stamp(database).equals(before)) {
                LockSupport.parkNanos(PAUSE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stamp(Path database) throws IOException {
        var log = Path.of(database + "-wal");
        return Files.exists(log) ? Files.getLastModifiedTime(log).toString()
                : Boolean.toString(Files.exists(Path.of(database + "-journal")));
    }

    /** A journal that has ended is deleted. */
    private static boolean hotJournal(Path journal) throws IOException {
        return Files.exists(journal) && Files.size(journal) > 0;
    }

    private static boolean unfinishedLog(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < WAL_HEADER) {
            return false;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(8);
            int pageSize = file.readInt();
            file.seek(16);
            long salt = file.readLong();
            boolean unfinished = false;
            for (long at = WAL_HEADER; at + FRAME_HEADER + pageSize <= file.length(); at += FRAME_HEADER + pageSize) {
                file.seek(at + 4);
                int pagesAfterCommit = file.readInt();
                if (file.readLong() != salt) {
                    break;
                }
                unfinished = pagesAfterCommit == 0;
            }
            return unfinished;
        }
    }
}
