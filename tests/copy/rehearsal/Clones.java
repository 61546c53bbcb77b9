package tests.copy.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tests.Project;

/** The clones beside the database of a project. */
final class Clones {
    private static final long PATIENCE_SECONDS = 60;

    private Clones() {
    }

    /** {@return the folders of all clones that are there} */
    static List<Path> of(Project project) {
        try (var files = Files.list(project.database().getParent())) {
            return files.filter(it -> it.getFileName().toString().startsWith("restrack.db-rehearsal-")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a clone holds a table or row of a script: {@code clone.db} has a journal beside it. */
    static Path awaitOneAtWork(Project project) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            for (var folder : of(project)) {
                if (atWork(folder).isPresent()) {
                    return folder;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("Nothing is rehearsed.");
    }

    private static Optional<Path> atWork(Path folder) {
        return List.of("clone.db-journal", "clone.db-wal").stream().map(folder::resolve).filter(Files::exists)
                .findFirst();
    }
}
