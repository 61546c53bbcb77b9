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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.NewRevision;
import restrack.graph.Revision;

/** A script that is written, for a person to fill in. */
public final class NewScript {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmm").withZone(ZoneOffset.UTC);
    /** Names that a new Java script uses and so cannot have itself. */
    private static final Set<String> TAKEN = Set.of("Migration", "Op", "Override");

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
        this.message = message.strip().lines().map(String::strip).collect(Collectors.joining("\n"));
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
        refuseWhatIsNoMessage();
        if (!revision.id().matches("[\\p{L}\\p{N}_.]+")) {
            throw new MigrateException(ErrorKind.ILLEGAL_CHARS, "The revision id '" + revision.id()
                    + "' cannot stand in a file name.", "Use letters, digits, '_' and '.'.");
        }
    }

    private void refuseWhatIsNoMessage() {
        for (var line : message.lines().toList()) {
            if (!Header.isMessage(line, "--") || !Header.isMessage(line, "//")) {
                throw new MigrateException(ErrorKind.USAGE, "The message '" + line
                        + "' would be read as a part of the header.", "Begin it with another word.");
            }
        }
    }

    /** {@return the revision that it is going to be} */
    public Revision asRevision() {
        return new Revision(revision.id(), revision.revises(), revision.dependsOn(), revision.labels(), message(),
                created(), revision.replaces());
    }

    private String created() {
        return created.toString();
    }

    private String message() {
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
        return write(folder, text(up, Optional.of(down)), name(NAME.format(created), ".sql"));
    }

    /**
     * {@return a SQL script}
     *
     * @param up   statements for the way up; may be empty
     * @param down statements for the way down; nothing where there is none
     */
    public String text(String up, Optional<String> down) {
        return header("--", message) + "\n-- migrate:up\n" + up + "\n"
                + down.map(it -> "\n-- migrate:down\n" + it + "\n").orElse("");
    }

    /**
     * {@return the name of a SQL script that stands among the files where another one did} New files are named for
     * the time; those that follow a file by its name have to find this one before them.
     *
     * @param other the script whose place it takes
     */
    public String nameInPlaceOf(Script other) {
        return name(FileName.before(other.file().getFileName().toString(), other.revision().id()), ".sql");
    }


    /** Writes a Java script and returns the file. */
    public Path java(Path folder) {
        return write(folder, header("//", withoutEscapes(message)) + """

                class %s implements Migration {
                    @Override
                    public void up(Op op) {
                    }

                    @Override
                    public void down(Op op) {
                    }
                }
                """.formatted(className()), name(NAME.format(created), ".java"));
    }

    /** In Java a backslash before a u begins a Unicode escape, in comments too; one that is doubled does not. */
    private static String withoutEscapes(String words) {
        return words.contains("\\u") ? words.replace("\\", "\\\\") : words;
    }

    private String header(String prefix, String words) {
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
        if (!revision.replaces().isEmpty()) {
            key(header, prefix, "replaces", revision.replaces());
        }
        words.lines().forEach(line -> header.append((prefix + " " + line).stripTrailing()).append('\n'));
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
        boolean free = !name.isEmpty() && !Character.isDigit(name.charAt(0)) && !TAKEN.contains(name.toString());
        return free ? name.toString() : "Revision" + name;
    }

    private String name(String before, String extension) {
        var slug = FileName.slug(message());
        return before + "_" + revision.id() + (slug.isEmpty() ? "" : "_" + slug) + extension;
    }

    /**
     * Writes a script.
     *
     * @param folder the folder
     * @param text   the whole script
     * @param name   the name of the file
     * @return the file
     * @throws MigrateException {@code file_error}; nothing is overwritten
     */
    public static Path write(Path folder, String text, String name) {
        var file = folder.resolve(name);
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
