package restrack.squash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.script.NaturalOrder;
import restrack.script.NewScript;
import restrack.script.Script;
import restrack.script.Scripts;
import restrack.script.SqlScript;

/**
 * The files of a squash: one takes the place of several.
 *
 * @param scripts the scripts of the folder
 * @param range   those that are replaced
 * @param squash  that which replaces them; it has no file yet
 */
record SquashedFiles(Scripts scripts, List<Script> range, SqlScript squash) {
    /**
     * Refuses a squash whose file would come between two others, the second of which follows the first by its name.
     *
     * @throws MigrateException {@code cannot_squash}
     */
    void requireSameNeighbours() {
        var after = new ArrayList<>(scripts.byId().values());
        after.removeAll(range);
        after.add(squash);
        after.sort((a, b) -> NaturalOrder.INSTANCE.compare(name(a), name(b)));
        var moved = new ArrayList<Script>();
        for (int i = 0; i < after.size(); i++) {
            var implied = i == 0 ? List.<String>of() : List.of(after.get(i - 1).revision().id());
            if (after.get(i).impliesItsParent() && !implied.equals(parents(after.get(i)))) {
                moved.add(after.get(i));
            }
        }
        if (!moved.isEmpty()) {
            throw new MigrateException(ErrorKind.CANNOT_SQUASH, "Another file than now would stand before "
                    + moved.stream().map(it -> it.file().toString()).collect(Collectors.joining(", "))
                    + ", which has no header that says what it revises. Nothing was written.",
                    "Give it a header line `revises:`.");
        }
    }

    private List<String> parents(Script script) {
        var replaced = squash.revision().replaces();
        return script.revision().revises().stream().map(it -> replaced.contains(it) ? squash.revision().id() : it)
                .toList();
    }

    /**
     * Writes the one, then removes the others. If that is interrupted, no script is lost, and the folder is refused
     * until one or the others are gone.
     *
     * @param folder the folder
     * @param keep   where the others are moved to; nothing to delete them
     * @return the file of the one
     * @throws MigrateException {@code file_error}; {@code usage} where they would stay in the folder
     */
    Path write(Path folder, Optional<Path> keep) {
        keep.ifPresent(it -> requireRoom(it, folder));
        var file = NewScript.write(folder, squash.text(), name(squash));
        for (var script : range) {
            try {
                var old = folder.resolve(name(script));
                if (keep.isPresent()) {
                    Files.move(old, keep.get().resolve(name(script)));
                } else {
                    Files.delete(old);
                }
            } catch (IOException e) {
                throw new MigrateException(ErrorKind.FILE_ERROR, script.file() + " cannot be removed: "
                        + e.getMessage() + ".", squash.file() + " is written and replaces it. Remove by hand what is "
                        + "left of " + String.join(", ", squash.revision().replaces()) + ".", e);
            }
        }
        return file;
    }

    private void requireRoom(Path keep, Path folder) {
        try {
            Files.createDirectories(keep);
            if (Files.isSameFile(keep, folder)) {
                throw new MigrateException(ErrorKind.USAGE, "What is squashed cannot stay in " + keep
                        + ": the scripts there are read.", "Name another folder, beneath it for instance.");
            }
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "The folder " + keep + " cannot be made: "
                    + (Files.exists(keep) ? "a file of this name is there" : e.getMessage()) + ".",
                    "Nothing was written. Name another folder.", e);
        }
        for (var script : range) {
            if (Files.exists(keep.resolve(name(script)))) {
                throw new MigrateException(ErrorKind.FILE_ERROR, keep.resolve(name(script)) + " is there already.",
                        "Nothing was written. Name another folder.");
            }
        }
    }

    private static String name(Script script) {
        return script.file().getFileName().toString();
    }
}
