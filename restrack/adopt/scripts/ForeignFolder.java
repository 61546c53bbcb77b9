package restrack.adopt.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.script.TextFile;

/** A folder with the scripts of another tool. Nothing in it is ever changed. */
final class ForeignFolder {
    private final Path dir;
    private final String shown;

    /**
     * @param dir   the folder
     * @param shown the folder as the user wrote it
     */
    ForeignFolder(Path dir, String shown) {
        this.dir = dir;
        this.shown = shown.length() > 1 && shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
        if (!Files.isDirectory(dir)) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "There is no folder " + this.shown + ".",
                    "`--import` names the folder in which the other tool keeps its scripts.");
        }
    }

    Path dir() {
        return dir;
    }

    String shown() {
        return shown;
    }

    /** {@return the names of the files in the folder itself, in the order of their characters} */
    List<String> names() {
        return names(1);
    }

    /** {@return the paths of all files beneath the folder, with slashes, in the order of their characters} */
    List<String> allNames() {
        return names(Integer.MAX_VALUE);
    }

    private List<String> names(int depth) {
        try (Stream<Path> files = Files.walk(dir, depth)) {
            return files.filter(Files::isRegularFile).map(it -> dir.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> !it.startsWith(".") && !it.contains("/.")).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, shown + " cannot be read: " + e.getMessage() + ".",
                    "Check its permissions.", e);
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(dir.resolve(name));
    }

    /**
     * {@return a file}
     *
     * @throws MigrateException {@code file_error}; {@code bad_script} if it is not UTF-8
     */
    Source read(String name) {
        var path = Path.of(shown).resolve(name);
        return new Source(name, path.toString(), TextFile.read(dir.resolve(name), path));
    }
}
