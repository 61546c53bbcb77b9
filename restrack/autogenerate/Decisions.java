package restrack.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.schema.Renaming;

/**
 * What a person has decided about what could have been renamed.
 *
 * @param renamed what was renamed
 * @param dropped what was not, and may go: {@code user.fax} or {@code invoice}, in small letters
 * @param asking  asks about a candidate, where somebody is there to be asked
 */
public record Decisions(List<Renaming> renamed, Set<String> dropped, Optional<Predicate<Candidate>> asking) {
    /** The collections are copied. */
    public Decisions {
        renamed = List.copyOf(renamed);
        dropped = Set.copyOf(dropped);
    }

    /**
     * {@return what the options {@code --rename} say}
     *
     * @param options each {@code table.old:new}, or {@code old:new} for a table
     * @throws MigrateException {@code usage}
     */
    public static List<Renaming> renamings(List<String> options) {
        return options.stream().map(Decisions::renaming).toList();
    }

    private static Renaming renaming(String option) {
        int colon = option.indexOf(':');
        int dot = option.lastIndexOf('.', Math.max(colon, 0));
        var to = option.substring(colon + 1);
        if (colon <= dot + 1 || dot == 0 || to.isBlank()) {
            throw new MigrateException(ErrorKind.USAGE, "--rename " + option + " does not say what was renamed.",
                    "Write --rename table.old:new for a column, --rename old:new for a table.");
        }
        return dot < 0 ? new Renaming.OfTable(option.substring(0, colon), to)
                : new Renaming.OfColumn(option.substring(0, dot), option.substring(dot + 1, colon), to);
    }

    boolean isDropped(Candidate candidate) {
        return dropped.contains(candidate.dropped().toLowerCase(Locale.ROOT));
    }
}
