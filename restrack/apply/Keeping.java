package restrack.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Parcel;
import restrack.database.Returned;
import restrack.database.Taken;
import restrack.history.History;
import restrack.history.JournalEntry;
import restrack.history.Kept;
import restrack.history.KeptRegister;
import restrack.sql.Losses;
import restrack.sql.Statement;
import restrack.sql.TableEdit;

/**
 * Keeps what a way down takes away, if that is wanted, and brings it back after the next way up of the same revision.
 * Both happen in the transaction of what they belong to.
 */
final class Keeping {
    private final Database database;
    private final History history;
    private final KeptRegister register;
    private final Set<String> allowed;
    private final boolean wanted;
    private Step step;
    private String at = "";
    /** Whether something is kept for the step. */
    private boolean awaited;
    /** The tables that were there before the step, of those that something is kept of. */
    private Set<String> present = Set.of();
    /** The statements of a Java script, which come one by one. */
    private final List<Statement> seen = new ArrayList<>();

    /**
     * @param allowed the hazards that the user accepts: with {@code drop-data}, what cannot be kept may go
     * @param wanted  whether what is taken away is to be kept
     */
    Keeping(Database database, History history, Set<String> allowed, boolean wanted) {
        this.database = database;
        this.history = history;
        this.register = history.kept();
        this.allowed = allowed;
        this.wanted = wanted;
    }

    /** {@return what should be known of a step that begins: what is kept for it already} */
    List<String> begin(Step next) {
        step = next;
        seen.clear();
        var waiting = waiting();
        at = wanted || !waiting.isEmpty() ? started(next) : "";
        awaited = !waiting.isEmpty();
        present = waiting.stream().map(it -> it.parcel().table()).filter(database::hasTable)
                .collect(Collectors.toSet());
        return next.direction() == Direction.UP ? List.of() : waiting.stream().filter(it -> !it.at().equals(at))
                .map(it -> it.parcel().words() + " of " + day(it) + " are still kept, in " + it.parcel().side())
                .toList();
    }

    /**
     * {@return what comes back with the step, in that order} What was kept of scripts that were squashed into this one
     * comes back with it, that of the oldest first. Of one script what was kept last is what the rest stands on.
     */
    private List<Kept> waiting() {
        var order = step.revision().standsFor();
        return register.waitingFor(order).stream()
                .sorted(Comparator.<Kept>comparingInt(it -> order.indexOf(it.revision())).thenComparing(
                        Comparator.comparing(Kept::at).thenComparing(Kept::id).reversed())).toList();
    }

    /** A script that goes on after an interruption began before: what it keeps belongs together. */
    private String started(Step next) {
        return next.transactional() ? History.now()
                : history.journalOf(next.revision().id()).map(JournalEntry::at).orElseGet(History::now);
    }

    /**
     * Keeps what a statement is about to take away.
     *
     * @return what should be known of it
     * @throws MigrateException {@code hazard} where it cannot be kept, unless that is allowed
     */
    List<String> before(Statement statement) {
        if (!wanted || step == null || step.direction() == Direction.UP) {
            return List.of();
        }
        var earlier = earlier(statement);
        var script = new ArrayList<>(step instanceof Step.Sql sql ? sql.statements() : earlier);
        if (step instanceof Step.Java) {
            script.add(statement);
        }
        var edits = presentNames(Losses.of(script).stream().filter(it -> it.statement() == statement)
                .map(Losses.Loss::edit).toList(), statement);
        if (edits.isEmpty()) {
            return List.of();
        }
        var names = FormerNames.before(earlier);
        var notes = new ArrayList<String>();
        for (var taken : database.sideTables().taken(edits)) {
            notes.add(taken.obstacle().isEmpty() ? keep(taken, names) : letGo(taken));
        }
        return notes;
    }

    private String keep(Taken taken, FormerNames names) {
        long id = register.next();
        var parcel = database.sideTables().put(taken, names.home(taken.table()), register.sideTable(id));
        register.add(new Kept(id, step.revision().id(), parcel, at, ""));
        return "keeps " + taken.words();
    }

    private String letGo(Taken taken) {
        if (!allowed.contains(Hazards.DROP_DATA)) {
            throw new MigrateException(ErrorKind.HAZARD, lost(taken), Hazards.HINT);
        }
        return "loses " + taken.words() + ": " + taken.obstacle();
    }

    /** {@return what is said of what cannot be kept} */
    static String lost(Taken taken) {
        return "This would lose " + taken.words() + ", which cannot be kept: " + taken.obstacle() + ".";
    }

    /** {@return the statements of the script that ran before one} */
    private List<Statement> earlier(Statement statement) {
        if (step instanceof Step.Sql sql) {
            int at = 0;
            while (at < sql.statements().size() && sql.statements().get(at) != statement) {
                at++;
            }
            return sql.statements().subList(0, at);
        }
        var earlier = List.copyOf(seen);
        seen.add(statement);
        return earlier;
    }

    /** {@return what would be kept of a script, if it ran on the rows that are there now} */
    static List<String> forecast(Step.Sql step, Database database) {
        var kept = new ArrayList<String>();
        for (var loss : Losses.of(step.statements())) {
            database.sideTables().taken(presentNames(List.of(loss.edit()), loss.statement())).stream()
                    .filter(it -> it.obstacle().isEmpty()).map(Taken::words).forEach(kept::add);
        }
        return kept;
    }

    /** An action may name a column as an earlier one of the same statement has renamed it, which it is not yet. */
    static List<TableEdit> presentNames(List<TableEdit> edits, Statement statement) {
        var names = new FormerNames();
        TableEdit.of(statement).stream().filter(TableEdit.RenameColumn.class::isInstance).forEach(names::note);
        return edits.stream().map(it -> it instanceof TableEdit.DropColumn drop ? new TableEdit.DropColumn(
                drop.table(), names.home(drop.table().table()).column(drop.column())) : it).toList();
    }

    /**
     * Brings back what was kept of the step that has run, if it was a way up.
     *
     * @return what should be known of it
     */
    List<String> after() {
        if (step == null || step.direction() == Direction.DOWN || !awaited) {
            return List.of();
        }
        var waiting = waiting();
        if (waiting.isEmpty()) {
            return List.of();
        }
        var notes = new ArrayList<String>();
        var newest = new LinkedHashMap<List<String>, String>();
        waiting.forEach(it -> newest.putIfAbsent(subject(it), it.at()));
        var coming = waiting.stream().filter(it -> it.parcel().kind() != Taken.Kind.COLUMN
                || newest.get(subject(it)).equals(it.at())).toList();
        var returned = database.sideTables().bringBack(coming.stream()
                .map(it -> asOf(it.parcel(), newest.get(subject(it)).equals(it.at()))).toList());
        for (int i = 0; i < coming.size(); i++) {
            notes.addAll(words(returned.get(i)));
            settle(coming.get(i), returned.get(i));
        }
        for (var older : waiting.stream().filter(it -> !coming.contains(it)).toList()) {
            var left = new Returned(older.parcel(), 0, 0, older.parcel().rows(), "other values were kept later");
            notes.addAll(words(left));
            settle(older, left);
        }
        return notes;
    }

    /** {@return what it belongs to} It may have been kept several times: a stamp brings nothing back. */
    private static List<String> subject(Kept kept) {
        return List.of(kept.revision(), kept.parcel().table(), kept.parcel().column());
    }

    /** A table that was there before the script, or to which newer rows come, holds rows that are not the script's. */
    private Parcel asOf(Parcel parcel, boolean newest) {
        return parcel.kind() == Taken.Kind.TABLE && (present.contains(parcel.table()) || !newest)
                ? new Parcel(Taken.Kind.ROWS, parcel.table(), "", parcel.side(), parcel.rowid(), parcel.sequence(),
                        parcel.rows()) : parcel;
    }

    private void settle(Kept kept, Returned returned) {
        if (returned.left() == 0) {
            register.drop(kept);
        } else {
            register.remains(kept, returned.left(), returned.reason());
        }
    }

    private static List<String> words(Returned returned) {
        var words = new ArrayList<String>();
        var parcel = returned.parcel();
        if (returned.back() > 0) {
            words.add("brings back " + parcel.words(returned.back()) + (returned.replaced() == 0 ? ""
                    : String.format(Locale.ROOT, ", %,d in place of what the script had put there",
                    returned.replaced())));
        }
        if (returned.left() > 0) {
            words.add(parcel.words(returned.left()) + (returned.left() == 1 ? " stays in " : " stay in ")
                    + parcel.side() + ": " + returned.reason());
        }
        return words;
    }

    private static String day(Kept kept) {
        return kept.at().replaceAll("T.*", "");
    }
}
