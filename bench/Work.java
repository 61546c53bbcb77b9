package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A temporary folder for scripts, databases and what tools print. It is deleted in the end, also after Ctrl-C.
 *
 * @param folder where it is
 */
record Work(Path folder) implements AutoCloseable {
    static Work in(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            throw new Stopped("There is no folder " + parent + ".");
        }
        var folder = Files.createTempDirectory(parent, "migrate-bench").toRealPath();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                delete(folder);
            } catch (IOException e) {
                System.err.println("bench: Could not delete " + folder + ": " + e.getMessage());
            }
        }));
        return new Work(folder);
    }

    Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    Command command(Path in, List<String> words) {
        return new Command(words, in, folder);
    }

    Command command(String... words) {
        return command(folder, List.of(words));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
