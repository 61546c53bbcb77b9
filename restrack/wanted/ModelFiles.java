package restrack.wanted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.script.NaturalOrder;

/**
 * The files that models are in. Of a folder, all that lies in it and below it, but what begins with a dot. A folder
 * with compiled classes and no Java source is taken for them alone: applications keep scripts of other tools beside
 * them.
 *
 * <p>All of them are as they were named, relative to the working directory.
 *
 * @param sql     SQL files
 * @param java    Java sources
 * @param classes folders of classes, and jars
 */
record ModelFiles(Set<Path> sql, Set<Path> java, Set<Path> classes) {
    /**
     * Finds the files.
     *
     * @throws MigrateException {@code bad_model} for what was named and is not there, or holds no models
     */
    static ModelFiles of(ModelSettings settings) {
        var files = new ModelFiles(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (var entry : settings.models()) {
            files.add(entry, settings);
        }
        return files;
    }

    /**
     * {@return the folders and jars with the classes that models use, which are no models themselves}
     *
     * @throws MigrateException {@code bad_model} for what is not there
     */
    static List<Path> classPath(ModelSettings settings) {
        return settings.classPath().stream().map(entry -> {
            var setting = "The setting models.class-path";
            var shown = path(entry, setting);
            var path = settings.workingDirectory().resolve(shown);
            if (!Files.exists(path)) {
                throw bad(entry, setting, "which does not exist", "Correct the path; it is relative to the folder that "
                        + "you are in.");
            }
            if (!Files.isDirectory(path) && !entry.endsWith(".jar")) {
                throw bad(entry, setting, "which is no folder and no jar", "Name folders of .class files, and jars, "
                        + "with commas between them.");
            }
            return shown;
        }).toList();
    }

    private void add(String entry, ModelSettings settings) {
        var setting = "The setting models" + (settings.said() ? " (" + settings.source() + ")" : "");
        var shown = path(entry, setting);
        var path = settings.workingDirectory().resolve(shown);
        if (!Files.exists(path)) {
            if (settings.said()) {
                throw bad(entry, setting, "which does not exist", "Create it, or correct the path; it is relative to "
                        + "the folder that you are in.");
            }
            return;
        }
        boolean found = Files.isDirectory(path) ? addFolder(path, shown) : addFile(shown);
        if (!found && settings.said()) {
            throw bad(entry, setting, Files.isDirectory(path) ? "a folder without any model" : "which is no model",
                    "Models are .sql and .java files, folders of .class files, and jars.");
        }
    }

    private static Path path(String entry, String setting) {
        try {
            return Path.of(entry).normalize();
        } catch (InvalidPathException e) {
            throw bad(entry, setting, "which is no path", "Name folders, files and jars, with commas between them.");
        }
    }

    private static MigrateException bad(String entry, String setting, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_MODEL, setting + " names " + entry + ", " + what + ".", hint);
    }

    private boolean addFolder(Path folder, Path shown) {
        var names = names(folder, shown);
        if (has(names, ".class") && !has(names, ".java")) {
            classes.add(shown);
            return true;
        }
        boolean found = false;
        for (var name : names) {
            found |= !name.endsWith(".jar") && addFile(shown.resolve(name));
        }
        return found;
    }

    private static boolean has(List<String> names, String ending) {
        return names.stream().anyMatch(it -> it.endsWith(ending));
    }

    /**
     * {@return the files of a folder, relative to it, in natural order} A link to nowhere is one too: were it passed
     * over, its tables would seem unwanted.
     */
    private static List<String> names(Path folder, Path shown) {
        try (var all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(it -> !it.equals(folder) && (Files.isRegularFile(it) || !Files.exists(it)))
                    .map(folder::relativize).filter(ModelFiles::isShown).map(Path::toString)
                    .sorted(Comparator.comparing(it -> it.replace('\\', '/'), NaturalOrder.INSTANCE)).toList();
        } catch (UncheckedIOException e) {
            var loop = e.getCause() instanceof FileSystemLoopException;
            throw new MigrateException(ErrorKind.FILE_ERROR, shown + " cannot be read: " + (loop
                    ? "a link in it leads back to a folder that it lies in" : e.getCause().getMessage()) + ".",
                    "Check its permissions and its links.", e);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, shown + " cannot be read: " + e.getMessage() + ".",
                    "Check its permissions and its links.", e);
        }
    }

    private static boolean isShown(Path file) {
        for (var part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether it is one that models are in} One that was named twice is read once. */
    private boolean addFile(Path file) {
        var places = Map.of(".sql", sql, ".java", java, ".jar", classes);
        for (var place : places.entrySet()) {
            if (file.toString().endsWith(place.getKey())) {
                place.getValue().add(file);
                return true;
            }
        }
        return false;
    }
}
