package restrack.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.graph.Replacements;
import restrack.history.Applied;
import restrack.history.Event;
import restrack.history.History;
import restrack.history.Snapshot;
import restrack.script.Script;
import restrack.script.Scripts;

/**
 * What a database has of squashed scripts. One that has all that a script replaces counts as having that script: for
 * commands that read as well, and the next command that writes records it so. One that has only a part of it is in the
 * middle of it.
 */
final class Squashed {
    private final Snapshot snapshot;
    /** Those that replace others and are not recorded. */
    private final List<Script> unrecorded;

    /**
     * @param scripts  the scripts of the folder
     * @param snapshot what the database says
     */
    Squashed(Scripts scripts, Snapshot snapshot) {
        var squashes = scripts.byId().values().stream().filter(it -> !it.revision().replaces().isEmpty()).toList();
        var applied = squashes.isEmpty() ? Set.of() : snapshot.ids();
        this.snapshot = snapshot;
        this.unrecorded = squashes.stream().filter(it -> !applied.contains(it.revision().id())).toList();
    }

    /** {@return the scripts that the database counts as having, because it has all that they replace} */
    List<Script> due() {
        if (unrecorded.isEmpty()) {
            return List.of();
        }
        var applied = snapshot.ids();
        var journal = journal();
        return unrecorded.stream().filter(it -> applied.containsAll(it.revision().replaces())
                && it.revision().replaces().stream().noneMatch(journal::contains)).toList();
    }

    /** {@return the scripts of which the database has a part of what they replace} */
    List<Script> partly() {
        if (unrecorded.isEmpty()) {
            return List.of();
        }
        var touched = snapshot.ids();
        touched.addAll(journal());
        var due = due();
        return unrecorded.stream().filter(it -> !due.contains(it)
                && it.revision().replaces().stream().anyMatch(touched::contains)).toList();
    }

    private Set<String> journal() {
        return snapshot.journal().stream().map(it -> it.revision()).collect(Collectors.toSet());
    }

    /** {@return what the database says, in the words of the folder: squashed scripts in place of what they replace} */
    Snapshot seen() {
        var due = due();
        if (due.isEmpty()) {
            return snapshot;
        }
        var gone = replaced(due);
        var replacements = replacements(due);
        var records = new ArrayList<Applied>();
        due.forEach(it -> records.add(record(it)));
        for (var record : snapshot.applied()) {
            if (!gone.contains(record.revision())) {
                records.add(in(replacements, record));
            }
        }
        return new Snapshot(records, snapshot.repeatables(), snapshot.journal(), snapshot.lastEvent());
    }

    /**
     * Writes it into the record, in the transaction that is open: a squashed script takes the place of what it
     * replaces. The event log keeps what was there.
     *
     * @param history the tables, as {@code snapshot} was read from them in this transaction
     * @return a line for each script that is recorded
     */
    List<Done> write(History history) {
        var due = due();
        var gone = replaced(due);
        var replacements = replacements(due);
        var done = new ArrayList<Done>();
        for (var script : due) {
            var revision = script.revision();
            var record = record(script);
            revision.replaces().forEach(history::forget);
            history.record(record, record.stamped() ? null : script.text());
            history.log(new Event("squash", revision.id(), revision.message(), 0,
                    String.join(", ", revision.replaces())));
            done.add(new Done("squash", revision, 0));
        }
        for (var record : snapshot.applied()) {
            var renamed = in(replacements, record);
            if (!gone.contains(record.revision()) && !renamed.equals(record)) {
                history.replace(renamed, history.script(record.revision()).orElse(null));
            }
        }
        return done;
    }

    /** The record of a squashed script: it was only stamped if all that it replaces was. */
    private Applied record(Script script) {
        var records = snapshot.applied().stream().filter(it -> script.revision().replaces().contains(it.revision()))
                .toList();
        var last = records.get(records.size() - 1);
        var now = Records.of(script, records.stream().mapToLong(Applied::millis).sum());
        boolean stamped = records.stream().allMatch(Applied::stamped);
        return new Applied(now.revision(), now.revises(), now.dependsOn(), now.message(), now.kind(),
                stamped ? "" : now.checksum(), last.at(), now.millis(), last.by(), last.toolVersion(),
                records.stream().map(Applied::origin).filter(it -> !it.isEmpty()).findFirst().orElse(""));
    }

    private static Applied in(Replacements replacements, Applied record) {
        return new Applied(record.revision(), replacements.in(record.revises()), replacements.in(record.dependsOn()),
                record.message(), record.kind(), record.checksum(), record.at(), record.millis(), record.by(),
                record.toolVersion(), record.origin());
    }

    private static Replacements replacements(Collection<Script> due) {
        return Replacements.of(due.stream().map(Script::revision).toList());
    }

    private static Set<String> replaced(Collection<Script> due) {
        var replaced = new HashSet<String>();
        due.forEach(it -> replaced.addAll(it.revision().replaces()));
        return replaced;
    }
}
