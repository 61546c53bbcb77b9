package restrack.autogenerate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.schema.Described;

/**
 * A script that makes the database what the models say, and back.
 *
 * @param changes what it changes, in words
 * @param up      the statements of the way up, with what has to be known as comments
 * @param down    the statements of the way down
 */
public record Draft(List<Described> changes, String up, String down) {
    private static final Pattern HAZARD = Pattern.compile("(?m)^" + Pattern.quote(DraftText.HAZARD) + "([a-z-]+):");

    /** The list is copied. */
    public Draft {
        changes = List.copyOf(changes);
    }

    /** {@return whether something is left to be filled in} */
    public boolean isUnfinished() {
        return up.contains(DraftText.TODO);
    }

    /** {@return the hazards that have to be allowed, in the order of the script} */
    public Set<String> hazards() {
        return HAZARD.matcher(up).results().map(it -> it.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@return whether rows have to be mended before it can run} */
    public boolean isBlockedByRows() {
        return up.contains(DraftText.ROWS);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
