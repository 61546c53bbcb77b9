package restrack.database.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the processes that hold SQLite's locks on a file. On Linux the kernel lists locks by inode in
 * {@code /proc/locks}; elsewhere nothing is known. Only the number and the name of a process are told, because a
 * command line may hold a password.
 */
final class LockHolders {
    /** SQLite's lock bytes begin here in the file itself (os_unix.c, PENDING_BYTE). */
    private static final long LOCK_BYTES = 0x40000000L;
    /** In the {@code -shm} file of WAL mode the writer locks this byte ("WAL-mode File Format", 2.3). */
    private static final long WAL_WRITER = 120;

    private LockHolders() {
    }

    /** {@return the holders as a phrase, {@code process 4711 (python3)} for instance; empty if unknown} */
    static String of(Path file) {
        try {
            var locks = Path.of("/proc/locks");
            if (!Files.isReadable(locks)) {
                return "";
            }
            var lines = Files.readAllLines(locks);
            var writers = holders(lines, file, "WRITE");
            // Readers are in the way of a COMMIT only, and then the writer is this process.
            return phrase(writers.isEmpty() ? holders(lines, file, "READ") : writers);
        } catch (IOException | RuntimeException e) {
            // Who holds the lock is a courtesy: not knowing it must not hide the error that is being told.
            return "";
        }
    }

    private static Set<Long> holders(List<String> lines, Path file, String mode) throws IOException {
        var processes = new LinkedHashSet<Long>();
        collect(lines, mode, file, LOCK_BYTES, Long.MAX_VALUE, processes);
        collect(lines, mode, Path.of(file + "-shm"), WAL_WRITER, WAL_WRITER, processes);
        processes.remove(ProcessHandle.current().pid());
        return processes;
    }

    /** A line: {@code 12: POSIX  ADVISORY  WRITE 4711 08:02:131090 1073741824 1073742335}. */
    private static void collect(List<String> lines, String mode, Path file, long from, long to, Set<Long> processes)
            throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var inode = ":" + Files.getAttribute(file, "unix:ino");
        for (var line : lines) {
            var fields = line.trim().split("\\s+");
            if (fields.length == 8 && fields[3].equals(mode) && fields[5].endsWith(inode)) {
                long first = Long.parseLong(fields[6]);
                long pid = Long.parseLong(fields[4]);
                if (pid > 0 && first >= from && first <= to) {
                    processes.add(pid);
                }
            }
        }
    }

    private static String phrase(Set<Long> processes) {
        var phrase = new StringBuilder();
        for (long pid : processes) {
            phrase.append(phrase.isEmpty() ? "process " : ", process ").append(pid).append(name(pid));
        }
        return phrase.toString();
    }

    private static String name(long pid) {
        try {
            return " (" + Files.readString(Path.of("/proc/" + pid + "/comm")).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }
}
