package restrack.squash;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Direction;
import restrack.apply.Project;
import restrack.apply.Rebuilt;
import restrack.apply.Step;
import restrack.schema.Described;
import restrack.schema.Difference;
import restrack.schema.Level;
import restrack.schema.Schema;

/**
 * Proves that other scripts do the same: each runs in a scratch database, behind the same scripts, and in
 * the end schemas and rows are equal. A time of day that both wrote while they ran is the same.
 */
final class SameOutcome implements AutoCloseable {
    private static final Pattern TIME =
            Pattern.compile("'(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)Z?'");
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Project project;
    private final Rebuilt one;
    private final Rebuilt other;
    private final Instant start = Instant.now();

    /**
     * @param project whose settings count
     * @param before  what runs first in both
     * @throws MigrateException {@code cannot_squash} where it does not run without the user's rows
     */
    SameOutcome(Project project, List<Step> before) {
        this.project = project;
        this.one = new Rebuilt(project);
        this.other = new Rebuilt(project);
        try {
            run(one, before);
            run(other, before);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Runs both on what is there by now.
     *
     * @param scripts the scripts
     * @param squash  what is to do the same
     * @throws MigrateException {@code cannot_squash} where it does not, naming what differs, and where either does not
     *                          run
     */
    void require(List<Step> scripts, Step squash) {
        run(one, scripts);
        run(other, List.of(squash));
        var changes = Difference.of(schema(one), schema(other), other.database().equality());
        var way = squash.direction() == Direction.UP ? "applied" : "taken back";
        if (!changes.isEmpty()) {
            throw refused("As one script they would leave another schema when they are " + way + ": "
                    + changes.stream().map(it -> Described.of(it).line()).collect(Collectors.joining("; ")) + ".",
                    "Leave the script out of the range that has to do with it.", null);
        }
        var rows = rows(one);
        var others = rows(other);
        var tables = new TreeSet<>(rows.keySet());
        tables.addAll(others.keySet());
        for (var table : tables) {
            if (!rows.getOrDefault(table, List.of()).equals(others.getOrDefault(table, List.of()))) {
                throw refused("As one script they would leave other rows in " + table + " when they are " + way + ".",
                        "Leave the scripts out of the range that write what differs each time.", null);
            }
        }
    }

    private static void run(Rebuilt rebuilt, List<Step> steps) {
        try {
            rebuilt.run(steps);
        } catch (MigrateException e) {
            throw refused("It cannot be proven on an empty database: " + e.getMessage(),
                    "Choose a range without it, or mend it if it can never run.", e);
        }
    }

    private Schema schema(Rebuilt rebuilt) {
        var own = project.history(rebuilt.database()).tableNames();
        return rebuilt.database().schema(Level.EXACT).withTables(it -> !own.contains(it.key()));
    }

    private Map<String, List<Map<String, String>>> rows(Rebuilt rebuilt) {
        var rows = new HashMap<>(rebuilt.database().rows().all());
        var own = project.history(rebuilt.database()).tableNames();
        rows.keySet().removeIf(it -> own.contains(it.toLowerCase(Locale.ROOT)));
        rows.replaceAll((table, all) -> all.stream().map(this::withoutNow).toList());
        return rows;
    }

    private Map<String, String> withoutNow(Map<String, String> row) {
        var same = new HashMap<>(row);
        same.replaceAll((column, value) -> value != null && isNow(value) ? "now" : value);
        return same;
    }

    /** Whether a literal is a time between the beginning of the proof and now, as {@code CURRENT_TIMESTAMP} is. */
    private boolean isNow(String literal) {
        var time = TIME.matcher(literal);
        if (!time.matches()) {
            return false;
        }
        try {
            var at = Instant.parse(time.group(1) + "T" + time.group(2) + "Z");
            return !at.isBefore(start.minus(SLACK)) && !at.isAfter(Instant.now().plus(SLACK));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static MigrateException refused(String message, String hint, Throwable cause) {
        return new MigrateException(ErrorKind.CANNOT_SQUASH, message + " Nothing was written.", hint, cause);
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
