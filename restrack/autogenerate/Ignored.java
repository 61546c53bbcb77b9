package restrack.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Described;
import restrack.schema.Subject;

/**
 * What a person leaves out of comparisons: {@code trigger}, {@code table:audit_*}, {@code column:user.legacy_*}.
 *
 * @param entries what is left out
 */
public record Ignored(List<Entry> entries) {
    /** Nothing is left out. */
    public static final Ignored NOTHING = new Ignored(List.of());

    /**
     * A subject, and of it what has such a name.
     *
     * @param subject what it is about
     * @param pattern the name in small letters, with {@code *} for any characters: of a column with or without its
     *                table; nothing where all of that kind are left out, but not what belongs to them
     */
    public record Entry(Subject subject, Optional<Pattern> pattern) {
        private boolean matches(Subject other, String name) {
            return subject == other && (pattern.isEmpty() || matches(name));
        }

        private boolean names(Subject other, String name) {
            return subject == other && pattern.isPresent() && matches(name);
        }

        private boolean matches(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            return pattern.get().matcher(lower).matches()
                    || pattern.get().matcher(lower.substring(lower.lastIndexOf('.') + 1)).matches();
        }
    }

    /** The list is copied. */
    public Ignored {
        entries = List.copyOf(entries);
    }

    /**
     * {@return what the setting {@code autogenerate.ignore} says}
     *
     * @param words its entries: a subject, or a subject and a pattern with a colon between
     * @throws MigrateException {@code bad_setting} for a subject that there is not
     */
    public static Ignored of(List<String> words) {
        var entries = new ArrayList<Entry>();
        for (var word : words) {
            int colon = word.indexOf(':');
            var subject = (colon < 0 ? word : word.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
            var pattern = colon < 0 ? Optional.<Pattern>empty()
                    : Optional.of(pattern(word.substring(colon + 1).strip().toLowerCase(Locale.ROOT)));
            entries.add(new Entry(Subject.of(subject).orElseThrow(() -> unknown(word)), pattern));
        }
        return new Ignored(entries);
    }

    private static MigrateException unknown(String word) {
        var known = new ArrayList<String>();
        for (var subject : Subject.values()) {
            known.add(subject.word());
        }
        return new MigrateException(ErrorKind.BAD_SETTING, "autogenerate.ignore: '" + word
                + "' names nothing that is compared.", "Write one of " + String.join(", ", known)
                + ", with a name behind a colon if not all are meant: table:audit_*.");
    }

    private static Pattern pattern(String wildcards) {
        var parts = new ArrayList<String>();
        for (var part : wildcards.split("\\*", -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", parts), Pattern.DOTALL);
    }

    /** {@return whether something of that kind and name is left out} */
    boolean leavesOut(Subject subject, String name) {
        return entries.stream().anyMatch(it -> it.matches(subject, name));
    }

    /** {@return whether something is left out by its name, and with it all that belongs to it} */
    boolean names(Subject subject, String name) {
        return entries.stream().anyMatch(it -> it.names(subject, name));
    }

    /** {@return whether a change is left out} */
    boolean leavesOut(Change change) {
        var described = Described.of(change);
        return leavesOut(described.subject(), described.object())
                || names(Subject.TABLE, change.table().text())
                || column(change).stream().anyMatch(it -> names(Subject.COLUMN, change.table() + "." + it));
    }

    private static List<String> column(Change change) {
        if (change instanceof Change.AlterColumn it) {
            return List.of(it.from().name().text());
        }
        if (change instanceof Change.AddConstraint it) {
            return names(it.constraint());
        }
        return change instanceof Change.DropConstraint it ? names(it.constraint())
                : change instanceof Change.AlterConstraint altered ? names(altered.to()) : List.of();
    }

    private static List<String> names(Constraint constraint) {
        return constraint.columns().stream().map(it -> it.text()).toList();
    }
}
