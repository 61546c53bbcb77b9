package restrack.apply;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.UnderLock;
import restrack.history.Event;
import restrack.history.Kept;

/** What {@code downgrade --keep-data} has kept in a database: shown, and dropped for good. */
public final class KeptData {
    private final Project project;

    /** @param project whose database it is in */
    public KeptData(Project project) {
        this.project = project;
    }

    /** {@return all that is kept, in the order in which it was} */
    public List<Kept> all() {
        return project.read(database -> project.history(database).kept().all()).orElseGet(List::of);
    }

    /**
     * {@return what is kept of one revision} Its script need not be in the folder.
     *
     * @param revision its id, or the beginning of it
     * @throws MigrateException {@code unknown_revision} or {@code ambiguous_partial} where that is not one with
     *                          something kept
     */
    public List<Kept> of(String revision) {
        var all = all();
        var wanted = revision.toLowerCase(Locale.ROOT);
        var found = all.stream().map(Kept::revision).distinct()
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(wanted)).toList();
        var exact = found.contains(revision) ? List.of(revision) : found;
        if (exact.isEmpty()) {
            throw new MigrateException(ErrorKind.UNKNOWN_REVISION, "Nothing is kept of '" + revision + "'.",
                    "`migrate kept` lists what is.");
        }
        if (exact.size() > 1) {
            throw new MigrateException(ErrorKind.AMBIGUOUS_PARTIAL, "'" + revision + "' may be "
                    + String.join(" or ", exact) + ".", "Give more of the id.");
        }
        return all.stream().filter(it -> it.revision().equals(exact.get(0))).toList();
    }

    /** Drops what is kept of one revision, for good. The event log says what it was. */
    public void drop(List<Kept> gone) {
        try (var database = project.open()) {
            UnderLock.run(database, () -> {
                var history = project.history(database);
                history.create();
                history.lastEvent();
                var left = history.kept().all();
                gone.stream().filter(left::contains).forEach(history.kept()::drop);
                history.log(new Event("drop-kept", gone.get(0).revision(), "", 0, gone.stream()
                        .map(it -> it.parcel().words()).collect(Collectors.joining(", "))));
                return left;
            });
        }
    }
}
