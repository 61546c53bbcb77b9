package restrack.copy;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What copies of a database are called when nobody says: its name and the time, UTC.
 *
 * @param stem   the name of the database, {@code restrack} for {@code restrack.db}
 * @param suffix what such names end with
 */
record CopyName(String stem, String suffix) {
    private static final String BEFORE_RESTORE = "-before-restore";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);

    /** Names that differ in their endings only must not be taken for one another. */
    static CopyName of(Path database, String suffix) {
        var name = database.getFileName().toString();
        return new CopyName(name.length() > suffix.length() && name.endsWith(suffix)
                ? name.substring(0, name.length() - suffix.length()) : name, suffix);
    }

    /** {@return a file that is not there: {@code restrack-20261123-161500.db}, or with a number behind the time} */
    Path backup(Path folder, Instant time) {
        return free(folder, stem + "-" + TIME.format(time));
    }

    /** {@return likewise for what a restore replaces: {@code restrack-before-restore-….db}} */
    Path beforeRestore(Path folder, Instant time) {
        return free(folder, stem + BEFORE_RESTORE + "-" + TIME.format(time));
    }

    private Path free(Path folder, String name) {
        var file = folder.resolve(name + suffix);
        for (int i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++) {
            file = folder.resolve(name + "-" + i + suffix);
        }
        return file;
    }

    /** {@return whether this tool gives such a name to copies of this database} */
    boolean isOf(Path file) {
        return age(file).isPresent() || new CopyName(stem + BEFORE_RESTORE, suffix).age(file).isPresent();
    }

    /** {@return how old a copy of this database is; nothing for a file that {@link #backup} did not name} */
    Optional<Age> age(Path file) {
        var matcher = Pattern.compile(Pattern.quote(stem) + "-(\\d{8}-\\d{6})(?:-(\\d{1,9}))?" + Pattern.quote(suffix))
                .matcher(file.getFileName().toString());
        return matcher.matches() ? Optional.of(new Age(matcher.group(1),
                matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)))) : Optional.empty();
    }

    /** When a copy was made: the time in its name, and its number among those of the same second. */
    record Age(String time, int number) implements Comparable<Age> {
        @Override
        public int compareTo(Age other) {
            return Comparator.comparing(Age::time).thenComparing(Age::number).compare(this, other);
        }
    }
}
