package restrack.autogenerate;

import java.util.List;

/**
 * A script that makes the database what the models say, and back.
 *
 * @param changes what it changes, in words
 * @param up      the statements of the way up, with what has to be known as comments
 * @param down    the statements of the way down
 */
public record Draft(List<Described> changes, String up, String down) {
    /** The list is copied. */
    public Draft {
        changes = List.copyOf(changes);
    }

    /** {@return whether something is left to be filled in} */
    public boolean isUnfinished() {
        return up.contains(DraftText.TODO);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
