package restrack.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy until it is finished: it lies beside the place where it is going to be, under a name that tells which process
 * makes it.
 *
 * @param path the file
 */
record PartFile(Path path) {
    private static final Pattern NAME = Pattern.compile("(.+)\\.(\\d{1,18})\\.part");
    /** Processes of another machine, or of a container, cannot be seen from here; but they do not take this long. */
    private static final Duration LONGEST = Duration.ofHours(6);

    /** {@return the file in which this process makes a copy} */
    static PartFile of(Path copy) {
        return new PartFile(copy.resolveSibling(copy.getFileName() + "." + ProcessHandle.current().pid() + ".part"));
    }

    /** Removes it, with what the database leaves beside it where it is interrupted. */
    void remove() {
        try {
            Files.deleteIfExists(path);
            for (var companion : VerifiedCopy.COMPANIONS) {
                Files.deleteIfExists(path.resolveSibling(path.getFileName() + companion));
            }
        } catch (IOException e) {
            // What is left of it does nobody harm, and the error that is on its way says more.
            return;
        }
    }

    /**
     * Removes what killed processes have left.
     *
     * @param folder where to look
     * @param ours   whether a copy of that name would be one of this database
     */
    static void removeAbandoned(Path folder, Predicate<Path> ours) {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)).toList();
        } catch (IOException e) {
            // Tidying up is a courtesy. If the folder is of no use, that shows when the copy is made.
            return;
        }
        for (var file : files) {
            var name = NAME.matcher(file.getFileName().toString());
            if (name.matches() && ours.test(Path.of(name.group(1)))
                    && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty() && isOld(file)) {
                new PartFile(file).remove();
            }
        }
    }

    private static boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(LONGEST));
        } catch (IOException e) {
            return false;
        }
    }
}
