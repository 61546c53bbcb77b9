package restrack.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Dialect;
import restrack.schema.Column;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * Decides what was renamed. What goes while something like it comes is never silently dropped and added: that would
 * lose what is in it.
 */
final class Renames {
    private final Dialect dialect;
    private final Likeness likeness;
    private final List<Renaming> hints;
    private final Decisions decisions;
    private final List<Renaming> decided = new ArrayList<>();
    private final List<Candidate> open = new ArrayList<>();

    /**
     * @param likeness what speaks for it that two are the same
     * @param hints    what the models say, also of long ago
     */
    Renames(Dialect dialect, Likeness likeness, List<Renaming> hints, Decisions decisions) {
        this.dialect = dialect;
        this.likeness = likeness;
        this.hints = hints;
        this.decisions = decisions;
    }

    /**
     * {@return the tables that were renamed}
     *
     * @throws MigrateException {@code rename_or_drop} where nobody has decided
     */
    List<Renaming> ofTables(Schema present, Schema goal) {
        var gone = new ArrayList<>(present.tables());
        gone.removeIf(it -> goal.table(it.name()).isPresent());
        var come = new ArrayList<>(goal.tables());
        come.removeIf(it -> present.table(it.name()).isPresent());
        settle(said(Renaming.OfTable.class), new Match<>(present.tables(), goal.tables(), gone, come, Table::name));
        for (var table : gone) {
            ask(come.stream().flatMap(it -> likeness.ofTables(table, it).stream()).toList(),
                    chosen -> come.removeIf(it -> is(it.name(), chosen.to())));
        }
        return decided();
    }

    /**
     * {@return the columns that were renamed} Tables have their new names already.
     *
     * @throws MigrateException {@code rename_or_drop} where nobody has decided
     */
    List<Renaming> ofColumns(Schema present, Schema goal) {
        for (var table : present.tables()) {
            goal.table(table.name()).ifPresent(wanted -> columns(table, wanted));
        }
        for (var renaming : decisions.renamed()) {
            if (renaming instanceof Renaming.OfColumn it && goal.table(dialect.name(it.table())).isEmpty()) {
                requireHint(renaming, false, false);
            }
        }
        for (var dropped : decisions.dropped()) {
            if (!goes(dropped, present, goal)) {
                throw new MigrateException(ErrorKind.USAGE, "--drop " + dropped + ": nothing of that name goes.",
                        "`migrate check` lists what differs.");
            }
        }
        return decided();
    }

    private static boolean goes(String dropped, Schema present, Schema goal) {
        return present.tables().stream().anyMatch(table -> goal.table(table.name()).isEmpty()
                ? table.name().text().equalsIgnoreCase(dropped)
                : table.columns().stream().filter(it -> (table.name() + "." + it.name()).equalsIgnoreCase(dropped))
                        .anyMatch(it -> goal.table(table.name()).orElseThrow().column(it.name()).isEmpty()));
    }

    private void columns(Table table, Table wanted) {
        var gone = new ArrayList<>(table.columns());
        gone.removeIf(it -> wanted.column(it.name()).isPresent());
        var come = new ArrayList<>(wanted.columns());
        come.removeIf(it -> table.column(it.name()).isPresent());
        var said = said(Renaming.OfColumn.class).stream().filter(it -> is(table.name(), it.table())).toList();
        settle(said, new Match<>(table.columns(), wanted.columns(), gone, come, Column::name));
        for (var column : gone) {
            ask(come.stream().flatMap(it -> likeness.ofColumns(table, column, wanted, it).stream()).toList(),
                    chosen -> come.removeIf(it -> is(it.name(), chosen.to())));
        }
    }

    /** What there is and what is wanted, and of both what the other has not: decided things are taken out of these. */
    private record Match<T>(List<T> present, List<T> wanted, List<T> gone, List<T> come, Function<T, Name> name) {
    }

    /** What gets another name may leave its old one to something new. */
    private <T> void settle(List<? extends Renaming> said, Match<T> match) {
        var free = new ArrayList<>(match.present());
        for (var renaming : said) {
            boolean there = free.removeIf(it -> is(match.name().apply(it), renaming.from()));
            if (there && match.come().removeIf(it -> is(match.name().apply(it), renaming.to()))) {
                match.gone().removeIf(it -> is(match.name().apply(it), renaming.from()));
                decided.add(renaming);
            } else {
                requireHint(renaming, there,
                        match.wanted().stream().anyMatch(it -> is(match.name().apply(it), renaming.to())));
            }
        }
    }

    private boolean is(Name name, String text) {
        return name.equals(dialect.name(text));
    }

    /** What the command line says counts before the models. */
    private <T extends Renaming> List<T> said(Class<T> kind) {
        var said = new ArrayList<Renaming>(decisions.renamed());
        said.addAll(hints);
        return said.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** A model may say what was done long ago; the command line is about now. */
    private void requireHint(Renaming renaming, boolean there, boolean wanted) {
        if (decisions.renamed().contains(renaming)) {
            throw new MigrateException(ErrorKind.USAGE, "--rename " + new Candidate(renaming, "").option() + ": "
                    + (!there ? "the database has no " + renaming.from() + " there."
                    : !wanted ? "the models have no " + renaming.to() + " there."
                    : "the database has " + renaming.to() + " already."),
                    "`migrate check` lists what differs. A table that is renamed too goes by its new name.");
        }
    }

    private void ask(List<Candidate> candidates, Consumer<Renaming> taken) {
        for (var candidate : candidates) {
            if (decisions.isDropped(candidate)) {
                continue;
            }
            if (decisions.asking().isEmpty()) {
                open.add(candidate);
            } else if (decisions.asking().get().test(candidate)) {
                decided.add(candidate.renaming());
                taken.accept(candidate.renaming());
                return;
            }
        }
    }

    private List<Renaming> decided() {
        if (open.isEmpty()) {
            var all = List.copyOf(decided);
            decided.clear();
            return all;
        }
        var first = open.get(0);
        var renaming = first.renaming();
        var candidates = open.stream().map(it -> "\n    " + it.words()).collect(Collectors.joining());
        throw new MigrateException(ErrorKind.RENAME_OR_DROP,
                "What goes could be what comes under another name. As drop and add, its data would be lost:"
                + candidates,
                "Say which: `--rename " + first.option()
                + "` keeps the data (or write `-- renamed: " + renaming.from() + " -> " + renaming.to()
                + "` in the SQL model, @Renamed(\"" + renaming.from() + "\") on the Java model), `--drop "
                + first.dropped() + "` lets it go.");
    }
}
