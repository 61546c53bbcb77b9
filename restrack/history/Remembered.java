package restrack.history;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import restrack.database.Database;

/**
 * What was read of our tables or written to them during one {@link Database#turn}, so that it need not be asked again.
 * Where there is no such thing, nothing is remembered.
 */
final class Remembered {
    private final Database database;
    private OptionalLong turn = OptionalLong.empty();
    private boolean present;
    private boolean newestEvent;
    private Optional<Set<String>> applied = Optional.empty();
    private Optional<Map<String, JournalEntry>> journal = Optional.empty();

    Remembered(Database database) {
        this.database = database;
    }

    private boolean holds() {
        var now = database.turn();
        if (!now.equals(turn)) {
            turn = now;
            present = false;
            newestEvent = false;
            applied = Optional.empty();
            journal = Optional.empty();
        }
        return now.isPresent();
    }

    /** {@return whether the tables are there, in the layout that is written here} */
    boolean present() {
        return holds() && present;
    }

    /** They are there. */
    void arePresent() {
        present = holds();
    }

    /** {@return whether the number of the newest event has been read} */
    boolean newestEvent() {
        return holds() && newestEvent;
    }

    /** It has been read. */
    void hasNewestEvent() {
        newestEvent = holds();
    }

    /** {@return whether anything is remembered} */
    boolean isKept() {
        return holds();
    }

    /** {@return the revisions that are applied; nothing where they are not known} */
    Optional<Set<String>> applied() {
        return holds() ? applied : Optional.empty();
    }

    /** What is applied has been read. */
    void applied(Set<String> revisions) {
        if (holds()) {
            applied = Optional.of(new HashSet<>(revisions));
        }
    }

    /** A revision has been recorded. */
    void recorded(String revision) {
        if (holds()) {
            applied.ifPresent(it -> it.add(revision));
        }
    }

    /** The record of a revision has been removed. */
    void forgotten(String revision) {
        if (holds()) {
            applied.ifPresent(it -> it.remove(revision));
        }
    }

    /** {@return the journal; nothing where it is not known} */
    Optional<List<JournalEntry>> journal() {
        return holds() ? journal.map(it -> List.copyOf(it.values())) : Optional.empty();
    }

    /** The journal has been read. */
    void journal(List<JournalEntry> entries) {
        if (holds()) {
            var all = new LinkedHashMap<String, JournalEntry>();
            entries.forEach(it -> all.put(it.revision(), it));
            journal = Optional.of(all);
        }
    }

    /** An entry has been written. */
    void begun(JournalEntry entry) {
        if (holds()) {
            journal.ifPresent(it -> it.put(entry.revision(), entry));
        }
    }

    /** An entry has been removed. */
    void ended(String revision) {
        if (holds()) {
            journal.ifPresent(it -> it.remove(revision));
        }
    }
}
