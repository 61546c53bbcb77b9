package tests.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository that the tests run in: their working directory. */
final class Repository {
    static final Path ROOT = Path.of("").toAbsolutePath();

    private Repository() {
    }

    /** {@return JBang's jar, as the launcher of this repository fetched it; it need not be there} */
    static Path jbang() {
        return ROOT.resolve(".jbang/0.132.1/jbang.jar");
    }

    /** {@return all files beneath a folder as paths from the root with slashes, in order, compiled classes left out} */
    static List<String> filesIn(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(it -> ROOT.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> !it.endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
