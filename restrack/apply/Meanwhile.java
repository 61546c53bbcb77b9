package restrack.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.history.Snapshot;

/** What is left of a plan when somebody else has changed the database since it was made. */
final class Meanwhile {
    private Meanwhile() {
    }

    /**
     * {@return the steps that are still to be done, in their order}
     *
     * @param steps    the steps that were left
     * @param snapshot what the database says now, read under the lock
     * @throws MigrateException {@code busy} where a step does not fit any more: what it needs was taken back, or
     *                          something new needs what it would take back
     */
    static List<Step> left(Collection<Step> steps, Snapshot snapshot) {
        var applied = snapshot.ids();
        var left = new ArrayList<Step>();
        for (var step : steps) {
            if (applied.contains(step.revision().id()) == (step.direction() == Direction.DOWN)) {
                left.add(step);
            }
        }
        for (var step : left) {
            if (step.direction() == Direction.UP) {
                requireNothingReplaced(step, applied);
                requireParents(step, applied);
                applied.add(step.revision().id());
            }
        }
        requireNoChildren(left, snapshot);
        return left;
    }

    /** Somebody with the scripts from before a squash may have applied some of them. */
    private static void requireNothingReplaced(Step step, Set<String> applied) {
        var there = new ArrayList<>(step.revision().replaces());
        there.retainAll(applied);
        if (!there.isEmpty()) {
            throw changed(String.join(", ", there) + ", which " + step.revision().id() + " replaces, is applied now");
        }
    }

    private static void requireParents(Step step, Set<String> applied) {
        var needed = new ArrayList<>(step.revision().revises());
        needed.addAll(step.revision().dependsOn());
        needed.removeAll(applied);
        if (!needed.isEmpty()) {
            throw changed(step.revision().id() + " needs " + String.join(", ", needed)
                    + ", which is not applied any more");
        }
    }

    private static void requireNoChildren(List<Step> left, Snapshot snapshot) {
        var leaving = new HashSet<String>();
        left.stream().filter(it -> it.direction() == Direction.DOWN).forEach(it -> leaving.add(it.revision().id()));
        for (var record : snapshot.applied()) {
            var needed = new ArrayList<>(record.revises());
            needed.addAll(record.dependsOn());
            needed.retainAll(leaving);
            if (!leaving.contains(record.revision()) && !needed.isEmpty()) {
                throw changed(record.revision() + " is applied now, and needs " + String.join(", ", needed));
            }
        }
    }

    private static MigrateException changed(String how) {
        return new MigrateException(ErrorKind.BUSY, "Somebody else changed this database since the plan was made: "
                + how + ".", "Look at `migrate status`, then run the command again.");
    }
}
