package restrack.adhoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * A CSV file and the table that it is for.
 *
 * @param path  the file
 * @param shown the file as the user wrote it, for messages
 * @param table the table
 */
public record LoadFile(Path path, String shown, String table) {
    private static final String SUFFIX = ".csv";

    /**
     * {@return the files that are meant} A folder stands for the CSV files in it, by name; other files in it are passed
     * over.
     *
     * @param named the files and folders as the user wrote them
     * @param in    what they are relative to
     * @param table the table of the one file; empty where the name of each file says its table
     * @throws MigrateException {@code usage}, {@code file_error}
     */
    public static List<LoadFile> of(List<String> named, Path in, String table) {
        var files = named.stream().flatMap(it -> Files.isDirectory(in.resolve(it)) ? inFolder(it, in)
                : Stream.of(it)).toList();
        if (!table.isEmpty() && files.size() != 1) {
            throw new MigrateException(ErrorKind.USAGE, "`--table` is for one file, and these are " + files.size()
                    + ".", "Load them one by one, or name each file like its table.");
        }
        files.stream().filter(it -> !Files.exists(in.resolve(it))).findFirst().ifPresent(it -> {
            throw new MigrateException(ErrorKind.FILE_ERROR, "There is no file or folder " + it + ".",
                    "Paths are relative to " + in + ". Nothing was loaded.");
        });
        return files.stream().map(it -> new LoadFile(in.resolve(it), it, table.isEmpty() ? name(it) : table))
                .toList();
    }

    private static Stream<String> inFolder(String folder, Path in) {
        try (Stream<Path> all = Files.list(in.resolve(folder))) {
            var files = all.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(SUFFIX) && !it.startsWith(".")).sorted().toList();
            if (files.isEmpty()) {
                throw new MigrateException(ErrorKind.FILE_ERROR, "There is no " + SUFFIX + " file in " + folder + ".",
                        "Each table has a file of its name there: user.csv for the table user.");
            }
            return files.stream().map(it -> folder.replaceFirst("[/\\\\]+$", "") + "/" + it);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, folder + " cannot be read: " + e.getMessage() + ".", "",
                    e);
        }
    }

    private static String name(String file) {
        var name = Path.of(file).getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
