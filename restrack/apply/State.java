package restrack.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Graph;
import restrack.graph.Revision;
import restrack.history.Applied;
import restrack.history.JournalEntry;
import restrack.history.Snapshot;
import restrack.script.Script;
import restrack.script.Scripts;

/**
 * The scripts and what the database says of them, side by side.
 *
 * @param scripts  the scripts of the folder
 * @param snapshot what the database says; where it has all that a script of the folder replaces, that script
 * @param graph    the revisions of both: those that only the database knows are in it too
 * @param due      scripts that the database counts as having in place of what they replace, and does not say so yet
 * @param partly   scripts of which the database has a part of what they replace
 * @param reworded what the database has of those that are due, and ran in other words than theirs
 */
public record State(Scripts scripts, Snapshot snapshot, Graph graph, List<Script> due, List<Script> partly,
                    List<Reworded> reworded) {
    /** From so many scripts on it pays to compare them on all processors. */
    private static final int MANY = 500;

    /** {@return the two side by side} What is due is taken at its word. */
    public static State of(Scripts scripts, Snapshot snapshot) {
        var squashed = new Squashed(scripts, snapshot);
        var seen = squashed.seen();
        return new State(scripts, seen, union(scripts, seen), squashed.due(), squashed.partly(), List.of());
    }

    /** {@return the same, with what was found by comparing the words of what is due} */
    State with(List<Reworded> found) {
        return new State(scripts, snapshot, graph, due, partly, found);
    }

    private static Graph union(Scripts scripts, Snapshot snapshot) {
        var known = new HashSet<>(scripts.byId().keySet());
        if (!known.addAll(snapshot.ids())) {
            return scripts.graph();
        }
        scripts.requireParents(known);
        var applied = snapshot.ids();
        var records = new LinkedHashMap<String, Applied>();
        snapshot.applied().forEach(it -> records.put(it.revision(), it));
        var revisions = new ArrayList<Revision>();
        for (var script : scripts.byId().values()) {
            var record = records.remove(script.revision().id());
            revisions.add(record == null ? script.revision() : placed(script, record, known, applied, scripts));
        }
        for (var record : records.values()) {
            revisions.add(new Revision(record.revision(), only(known, record.revises()),
                    only(known, record.dependsOn()), List.of(), record.message(), ""));
        }
        return Graph.of(revisions);
    }

    /**
     * {@return an applied script where it stands} Without a header it stands on the file before it, and when that
     * vanishes, on what is recorded. Where what it says it stands on is not applied, and the record knows something
     * else that is, it stands on both: what was squashed in a newer folder, for instance, is taken back after it.
     */
    private static Revision placed(Script script, Applied record, Set<String> known, Set<String> applied,
                                   Scripts scripts) {
        var revision = script.revision();
        if (script.impliesItsParent() && !scripts.byId().keySet().containsAll(record.revises())) {
            return revision.after(only(known, record.revises()), revision.dependsOn());
        }
        boolean stands = applied.containsAll(revision.revises()) && applied.containsAll(revision.dependsOn());
        return stands ? revision : revision.after(
                joined(revision.revises(), vanished(record.revises(), applied, scripts)),
                joined(revision.dependsOn(), vanished(record.dependsOn(), applied, scripts)));
    }

    private static List<String> vanished(List<String> ids, Set<String> applied, Scripts scripts) {
        return only(applied, ids).stream().filter(it -> scripts.find(it).isEmpty()).toList();
    }

    private static List<String> joined(List<String> ids, List<String> more) {
        return Stream.concat(ids.stream(), more.stream()).distinct().toList();
    }

    private static List<String> only(Set<String> known, List<String> ids) {
        return ids.stream().filter(known::contains).toList();
    }

    /** {@return the ids of the applied revisions} */
    public Set<String> applied() {
        return snapshot.ids();
    }

    /** {@return the maximal applied revisions} */
    public List<Revision> current() {
        return revisions(graph.current(applied()));
    }

    /** {@return the revisions of the folder that are not applied, oldest first} */
    public List<Revision> pending() {
        var applied = applied();
        return graph.revisions().stream()
                .filter(it -> scripts.find(it.id()).isPresent() && !applied.contains(it.id())).toList();
    }

    /** {@return the revisions of the folder that none of its others follows} */
    public List<Revision> heads() {
        return scripts.byId().keySet().stream().map(graph::get)
                .filter(it -> graph.children(it.id()).stream()
                        .noneMatch(child -> scripts.find(child.id()).isPresent())).toList();
    }

    /**
     * Refuses to go on where the database is not what the scripts make of it.
     *
     * @param database how the database is called in messages
     * @throws MigrateException {@code not_at_head}
     */
    public void requireAtHead(String database) {
        var pending = pending();
        if (!pending.isEmpty()) {
            throw new MigrateException(ErrorKind.NOT_AT_HEAD, database + " is not at head: "
                    + (pending.size() == 1 ? "one script is" : pending.size() + " scripts are") + " pending.",
                    "Run `migrate upgrade` first" + (heads().size() > 1 ? " (`migrate upgrade heads`)." : "."));
        }
        if (!snapshot.journal().isEmpty()) {
            throw new MigrateException(ErrorKind.NOT_AT_HEAD, database + " stopped half way through "
                    + snapshot.journal().get(0).revision() + ".", "Run `migrate upgrade` first; it goes on there.");
        }
        if (!newer().isEmpty()) {
            throw new MigrateException(ErrorKind.NOT_AT_HEAD, database + " is newer than this folder: it has "
                    + newer().get(0).revision() + ".", "Update the scripts first.");
        }
    }

    /** {@return pending revisions that an applied one descends from or depends on} */
    public List<Revision> outOfOrder() {
        var pending = pending();
        if (pending.isEmpty() || snapshot.applied().isEmpty()) {
            return List.of();
        }
        var below = graph.ancestors(applied(), true);
        return pending.stream().filter(it -> below.contains(it.id())).toList();
    }

    /** {@return the records whose script says something else now} Stamped ones never ran and are not compared. */
    public List<Applied> edited() {
        var records = snapshot.applied().size() < MANY ? snapshot.applied().stream()
                : snapshot.applied().parallelStream();
        return records.filter(it -> !it.stamped())
                .filter(it -> scripts.find(it.revision())
                        .filter(script -> !script.checksum().equals(it.checksum())).isPresent())
                .toList();
    }

    /**
     * {@return the records without a script that came before something this folder has} Their files have
     * vanished.
     */
    public List<Applied> missing() {
        var newer = new HashSet<>(newer());
        var squashed = replacedByPart();
        return snapshot.applied().stream()
                .filter(it -> scripts.find(it.revision()).isEmpty() && !newer.contains(it)
                        && !squashed.contains(it.revision())).toList();
    }

    /**
     * {@return the records without a script on top of which there is nothing that this folder has} The folder is
     * older than the database.
     */
    public List<Applied> newer() {
        var needed = new LinkedHashSet<String>();
        for (var record : snapshot.applied()) {
            if (scripts.find(record.revision()).isPresent()) {
                needed.addAll(record.revises());
                needed.addAll(record.dependsOn());
            }
        }
        var below = graph.ancestors(only(needed), true);
        var squashed = replacedByPart();
        return snapshot.applied().stream()
                .filter(it -> scripts.find(it.revision()).isEmpty() && !below.contains(it.revision())
                        && !squashed.contains(it.revision())).toList();
    }

    private Set<String> replacedByPart() {
        return partly.stream().flatMap(it -> it.revision().replaces().stream()).collect(Collectors.toSet());
    }

    private List<String> only(Set<String> ids) {
        return ids.stream().filter(id -> graph.find(id).isPresent()).toList();
    }

    private List<Revision> revisions(Set<String> ids) {
        return ids.stream().map(graph::get).toList();
    }

    /** {@return scripts that stopped half way on their way up and have no file here any more} */
    public List<JournalEntry> lost() {
        return snapshot.journal().stream().filter(JournalEntry::stands)
                .filter(it -> graph.find(it.revision()).isEmpty()).toList();
    }
}
