package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.OutOfOrder;
import restrack.graph.Revision;
import restrack.history.Applied;
import restrack.history.JournalEntry;
import restrack.history.Snapshot;

/** Whether the scripts and the record of what ran agree. Before an upgrade they have to. */
public final class Agreement {
    private Agreement() {
    }

    /**
     * Refuses an upgrade while something recorded is edited, has vanished, is unknown to this folder, was interrupted
     * on its way down, or is only a part of what was squashed.
     *
     * @param state      the scripts and the record
     * @param outOfOrder what the settings say of scripts below what is applied
     * @throws MigrateException {@code within_squash}, {@code unknown_to_folder}, {@code missing}, {@code edited},
     *                          {@code out_of_order}, {@code half_applied}
     */
    public static void requireForUpgrade(State state, OutOfOrder outOfOrder) {
        requireNotWithinSquash(state);
        requireSameWords(state);
        var newer = state.newer();
        if (!newer.isEmpty()) {
            throw new MigrateException(ErrorKind.UNKNOWN_TO_FOLDER, "The database has " + records(newer)
                    + ", which this folder does not know: it is older than the database. Nothing was changed.",
                    "Update the scripts to the version that applied it, or go back to what this folder has with "
                            + "`migrate downgrade REV`.");
        }
        requireNoneHalfDown(state);
        requireNoneLost(state);
        var missing = state.missing();
        if (!missing.isEmpty()) {
            throw new MigrateException(ErrorKind.MISSING, "The script of " + records(missing)
                    + " is recorded as applied, and its file has vanished. Nothing was changed.",
                    "Bring the file back from version control.");
        }
        requireUnedited(state.edited(), state);
        var late = state.outOfOrder();
        if (outOfOrder == OutOfOrder.REFUSE && !late.isEmpty()) {
            throw new MigrateException(ErrorKind.OUT_OF_ORDER, "Below what is applied there is now "
                    + late.stream().map(Revision::id).collect(Collectors.joining(", ")) + ", which is not. Nothing "
                    + "was changed.", "Put it behind the head (`revises:` in its header), or set `out-of-order = "
                    + "apply`.");
        }
    }

    /**
     * Refuses to take back what was edited since it ran, because its way down may not fit what was done; and anything
     * while a script is half applied, unless it stopped on this very way down.
     *
     * @param revisions what is to be taken back
     * @throws MigrateException {@code half_applied}, {@code edited}
     */
    public static void requireForDowngrade(State state, List<Revision> revisions) {
        var ids = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        for (var entry : state.snapshot().journal()) {
            if (entry.direction().equals(Direction.UP.id()) || !ids.contains(entry.revision())) {
                throw half(entry);
            }
        }
        requireSameWords(state);
        requireUnedited(state.edited().stream().filter(it -> ids.contains(it.revision())).toList(), state);
    }

    /**
     * Refuses to say what a database is at while a script is half applied.
     *
     * @throws MigrateException {@code half_applied}
     */
    public static void requireNoneHalfApplied(Snapshot snapshot) {
        snapshot.journal().stream().findFirst().ifPresent(entry -> {
            throw half(entry);
        });
    }

    private static void requireNotWithinSquash(State state) {
        for (var script : state.partly()) {
            var applied = state.applied();
            var half = state.snapshot().journal().stream().map(JournalEntry::revision).toList();
            var replaced = script.revision().replaces();
            var there = replaced.stream().filter(it -> applied.contains(it) && !half.contains(it)).toList();
            var stopped = replaced.stream().filter(half::contains).toList();
            var gone = replaced.stream().filter(it -> !applied.contains(it) && !half.contains(it)).toList();
            var parts = new ArrayList<String>();
            part(parts, there, "applied");
            part(parts, stopped, "half applied");
            part(parts, gone, "not applied");
            throw new MigrateException(ErrorKind.WITHIN_SQUASH, "This database has a part of what was squashed into "
                    + script.file() + ": " + String.join("; ", parts) + ". Nothing was changed.",
                    "Check out the scripts from before the squash, run `migrate upgrade "
                            + replaced.get(replaced.size() - 1) + "` there, then come back.");
        }
    }

    private static void requireSameWords(State state) {
        if (!state.reworded().isEmpty()) {
            var first = state.reworded().get(0);
            throw new MigrateException(ErrorKind.EDITED, state.reworded().stream().map(Reworded::revision)
                    .collect(Collectors.joining(", ")) + " ran here in other words than "
                    + first.squash().file() + " has in place of it. Nothing was changed.",
                    "Undo the edit, if the squash was edited; else check out the scripts from before it, settle it "
                    + "there with `migrate repair " + first.revision() + " --reason …`, then come back.");
        }
    }

    private static void part(List<String> parts, List<String> ids, String state) {
        if (!ids.isEmpty()) {
            parts.add(String.join(", ", ids) + (ids.size() == 1 ? " is " : " are ") + state);
        }
    }

    private static void requireNoneHalfDown(State state) {
        for (var entry : state.snapshot().journal()) {
            if (entry.direction().equals(Direction.DOWN.id()) && state.applied().contains(entry.revision())) {
                throw half(entry);
            }
        }
    }

    private static void requireNoneLost(State state) {
        state.lost().stream().findFirst().ifPresent(entry -> {
            throw new MigrateException(ErrorKind.MISSING, entry.revision() + " was interrupted on its way "
                    + entry.direction() + ", " + entry.words() + ", and its file has vanished. Nothing was changed.",
                    "Bring the file back from version control, then run the command again. Or undo by hand what stands "
                            + "of it, then say so with `migrate repair " + entry.revision()
                            + " --as pending --reason …`.");
        });
    }

    private static MigrateException half(JournalEntry entry) {
        return new MigrateException(ErrorKind.HALF_APPLIED, entry.revision() + " was interrupted on its way "
                + entry.direction() + ", " + entry.words() + ". Nothing was changed.",
                "Finish it with `migrate " + (entry.direction().equals(Direction.UP.id()) ? "upgrade" : "downgrade")
                        + "`; or settle it with `migrate repair " + entry.revision()
                        + " --as applied|pending --reason …`.");
    }

    /** Refuses what was edited since it ran. */
    public static void requireUnedited(List<Applied> edited, State state) {
        if (edited.isEmpty()) {
            return;
        }
        var files = edited.stream().map(it -> state.scripts().find(it.revision()).orElseThrow().file().toString())
                .collect(Collectors.joining(", "));
        throw new MigrateException(ErrorKind.EDITED, "Edited since it was applied: " + files
                + ". Nothing was changed.", "Undo the edit and write a new revision; or, where the edit is right, "
                + "accept it with `migrate repair " + edited.get(0).revision() + " --reason …`.");
    }

    private static String records(List<Applied> records) {
        return records.stream().map(it -> it.message().isEmpty() ? it.revision()
                : it.revision() + " (" + it.message() + ")").collect(Collectors.joining(", "));
    }
}
