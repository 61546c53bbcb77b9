package bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs are. */
final class Programs {
    private Programs() {
    }

    /** {@return the absolute path of a program that the shell would find} */
    static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(it -> !it.isEmpty())
                .map(it -> Path.of(it, name).toAbsolutePath())
                .filter(Programs::runs).findFirst();
    }

    static boolean runs(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
