package restrack.adopt.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;

/** A folder in which scripts are written first, so that all of them or none come to their place. */
final class Staging implements AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private Staging(Path folder) {
        this.folder = folder;
    }

    /** {@return a new folder beside the one for which the scripts are} A rename is enough to put them there. */
    static Staging beside(Path target) {
        return open(() -> {
            var parent = target.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            return Files.createTempDirectory(parent, ".import");
        });
    }

    /** {@return a new folder somewhere, for scripts that are only looked at} */
    static Staging elsewhere() {
        return open(() -> Files.createTempDirectory("import"));
    }

    private interface Making {
        Path make() throws IOException;
    }

    private static Staging open(Making making) {
        try {
            return new Staging(making.make());
        } catch (IOException e) {
            throw failed("No folder for the scripts can be made: " + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Writes a file. Later ones depend on earlier ones. */
    void write(String name, String text) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            files.add(Path.of(name));
        } catch (IOException e) {
            throw failed(name + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Puts all files in their place, the newest first: should the process be killed half way, then the folder lacks
     * parents, which every command refuses, and is not taken for a whole one.
     *
     * @throws MigrateException {@code file_error}; everything is as it was then
     */
    void moveInto(Path target) {
        var moved = new ArrayList<Path>();
        try {
            for (int i = files.size() - 1; i >= 0; i--) {
                var file = target.resolve(files.get(i));
                Files.createDirectories(file.getParent());
                if (Files.exists(file)) {
                    throw new IOException(file + " is there already");
                }
                Files.move(folder.resolve(files.get(i)), file, StandardCopyOption.ATOMIC_MOVE);
                moved.add(file);
            }
        } catch (IOException e) {
            moved.forEach(it -> it.toFile().delete());
            throw failed("The scripts cannot be put into " + target + ": " + e.getMessage(), e);
        }
    }

    private static MigrateException failed(String what, IOException cause) {
        return new MigrateException(ErrorKind.FILE_ERROR, what + ". Nothing was written.",
                "Check the permissions of the folder.", cause);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
