package restrack.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Which revisions were squashed into which. Whatever revises or depends on one that was, follows the one that it was
 * squashed into.
 */
public final class Replacements {
    private final Map<String, Revision> byReplaced;

    private Replacements(Map<String, Revision> byReplaced) {
        this.byReplaced = byReplaced;
    }

    /**
     * {@return what these revisions say that they replace} An id that is one of theirs stands for itself: a database
     * may still have it.
     *
     * @throws MigrateException DUPLICATE_ID where two of them replace the same one
     */
    public static Replacements of(Collection<Revision> revisions) {
        var byReplaced = new LinkedHashMap<String, Revision>();
        for (var revision : revisions) {
            for (var replaced : revision.replaces()) {
                var other = byReplaced.putIfAbsent(replaced, revision);
                if (other != null) {
                    throw new MigrateException(ErrorKind.DUPLICATE_ID, "Two scripts replace the revision " + replaced
                            + ": " + other.id() + " and " + revision.id() + ".",
                            "Take it out of the `replaces:` line of one of them.");
                }
            }
        }
        if (!byReplaced.isEmpty()) {
            var present = new HashSet<String>();
            revisions.forEach(it -> present.add(it.id()));
            byReplaced.keySet().removeAll(present);
        }
        return new Replacements(byReplaced);
    }

    /**
     * {@return the revisions that were squashed into another one as its last, and whose ids begin so} The last one may
     * still be named as a target: what a database was at then, it is at now.
     */
    Collection<Revision> lastStartingWith(String prefix) {
        return byReplaced.entrySet().stream().filter(it -> it.getKey().startsWith(prefix))
                .filter(it -> last(it.getValue()).equals(it.getKey())).map(Map.Entry::getValue).toList();
    }

    /**
     * Refuses a target in the middle of what was squashed: there is no way to stop there any more.
     *
     * @throws MigrateException UNKNOWN_REVISION
     */
    void refuseInner(String id) {
        of(id).filter(it -> !last(it).equals(id)).ifPresent(it -> {
            throw inner(id, it);
        });
    }

    /** As above, for the beginning of an id that nothing else begins with. */
    void refuseInnerStartingWith(String prefix) {
        byReplaced.keySet().stream().filter(it -> it.startsWith(prefix)).findFirst().ifPresent(this::refuseInner);
    }

    private static MigrateException inner(String id, Revision squash) {
        return new MigrateException(ErrorKind.UNKNOWN_REVISION, id + " was squashed into " + squash.id()
                + ", which is applied and taken back as one.", "`migrate show " + squash.id() + "` shows it.");
    }

    private static String last(Revision squash) {
        return squash.replaces().get(squash.replaces().size() - 1);
    }

    /** {@return whether there are any} */
    public boolean areNone() {
        return byReplaced.isEmpty();
    }

    /** {@return the revision that an id was squashed into} */
    public Optional<Revision> of(String id) {
        return Optional.ofNullable(byReplaced.get(id));
    }

    /** {@return a revision that names in place of what was squashed the one that it was squashed into} */
    public Revision in(Revision revision) {
        return revision.after(in(revision.revises()), in(revision.dependsOn()));
    }

    /** {@return these ids, each with what it was squashed into in its place} */
    public List<String> in(List<String> ids) {
        return ids.stream().map(it -> of(it).map(Revision::id).orElse(it)).distinct().toList();
    }
}
