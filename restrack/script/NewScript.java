package restrack.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.NewRevision;

/** A script that is written, for a person to fill in. */
public final class NewScript {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmm").withZone(ZoneOffset.UTC);

    private final NewRevision revision;
    private final String message;
    private final Instant created;

    /**
     * @param revision its place in the graph
     * @param message  what it is for; may be empty
     * @param created  when
     * @throws MigrateException {@code usage} for a message that a script would read as something else,
     *                          {@code illegal_chars} for an id that cannot stand in a file name
     */
    public NewScript(NewRevision revision, String message, Instant created) {
        this.revision = revision;
        this.message = message.strip();
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
        refuseKeys();
        if (!revision.id().matches("[\\p{L}\\p{N}_.]+")) {
            throw new MigrateException(ErrorKind.ILLEGAL_CHARS, "The revision id '" + revision.id()
                    + "' cannot stand in a file name.", "Use letters, digits, '_' and '.'.");
        }
    }

    private void refuseKeys() {
        for (var line : message.lines().toList()) {
            boolean key = Header.KEYS.stream().anyMatch(it -> line.strip().startsWith(it + ":"));
            if (key || line.strip().startsWith("migrate:")) {
                throw new MigrateException(ErrorKind.USAGE, "The message '" + line.strip()
                        + "' would be read as a part of the header.", "Begin it with another word.");
            }
        }
    }

    /** {@return when it was created, as its header says} */
    public String created() {
        return created.toString();
    }

    /** {@return the first line of its message} */
    public String message() {
        return message.lines().findFirst().orElse("");
    }

    /**
     * Writes a SQL script.
     *
     * @param folder the folder
     * @param up     statements for the way up; may be empty
     * @param down   statements for the way down; may be empty
     * @return the file
     */
    public Path sql(Path folder, String up, String down) {
        var text = header("--") + "\n-- migrate:up\n" + up + "\n\n-- migrate:down\n" + down + "\n";
        return write(folder, text, ".sql");
    }

    /** Writes a Java script and returns the file. */
    public Path java(Path folder) {
        return write(folder, header("//") + """

                class %s implements Migration {
                    @Override
                    public void up(Op op) {
                    }

                    @Override
                    public void down(Op op) {
                    }
                }
                """.formatted(className()), ".java");
    }

    private String header(String prefix) {
        var header = new StringBuilder();
        key(header, prefix, "revision", List.of(revision.id()));
        key(header, prefix, "revises", revision.revises());
        if (!revision.dependsOn().isEmpty()) {
            key(header, prefix, "depends-on", revision.dependsOn());
        }
        if (!revision.labels().isEmpty()) {
            key(header, prefix, "labels", revision.labels());
        }
        key(header, prefix, "created", List.of(created()));
        message.lines().forEach(line -> header.append((prefix + " " + line).stripTrailing()).append('\n'));
        return header.toString();
    }

    private static void key(StringBuilder header, String prefix, String key, List<String> values) {
        header.append((prefix + " " + key + ": " + String.join(", ", values)).stripTrailing()).append('\n');
    }

    private String className() {
        var name = new StringBuilder();
        for (var word : FileName.slug(message()).split("_")) {
            var ascii = word.replaceAll("[^a-z0-9]", "");
            if (!ascii.isEmpty()) {
                name.append(ascii.substring(0, 1).toUpperCase(Locale.ROOT)).append(ascii.substring(1));
            }
        }
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Revision" + name : name.toString();
    }

    private Path write(Path folder, String text, String extension) {
        var slug = FileName.slug(message());
        var file = folder.resolve(NAME.format(created) + "_" + revision.id() + (slug.isEmpty() ? "" : "_" + slug)
                + extension);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new MigrateException(ErrorKind.FILE_ERROR, folder + " is a file, and a folder belongs there.",
                    "Move it away, or name another folder with `--dir`.");
        }
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " is there already.", "Nothing was written.", e);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " cannot be written: " + e.getMessage() + ".",
                    "Check the permissions of the folder.", e);
        }
    }
}
