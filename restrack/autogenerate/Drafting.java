package restrack.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import restrack.database.Database;
import restrack.database.Rendered;
import restrack.schema.Change;
import restrack.schema.Described;
import restrack.schema.Difference;
import restrack.schema.Level;
import restrack.schema.Renaming;

/** Writes the draft of a script: tried on a copy of the schema, up and down, before anybody sees it. */
public final class Drafting {
    private final Database data;
    private final Comparison comparison;
    private final Decisions decisions;

    /**
     * @param data       the database; it is only read
     * @param comparison the models against it
     * @param decisions  what a person has decided about renames
     */
    public Drafting(Database data, Comparison comparison, Decisions decisions) {
        this.data = data;
        this.comparison = comparison;
        this.decisions = decisions;
    }

    /**
     * {@return the draft; empty where there is nothing to do}
     *
     * @throws restrack.MigrateException {@code rename_or_drop} where nobody has decided, {@code dependents} and the
     *                                   like where something else is in the way of a change
     */
    public Draft draft() {
        if (comparison.ahead(comparison.present()).changes().isEmpty()) {
            return new Draft(List.of(), "", "");
        }
        try (var trial = new Trial(data.scratch()); var origin = new Trial(data.scratch())) {
            var renamings = new ArrayList<Renaming>();
            var up = new ArrayList<>(renames(trial, renamings));
            origin.rename(renamings);
            var renamed = trial.schema();
            var changes = comparison.ahead(renamed).changes();
            up.addAll(trial.reach(comparison::ahead));
            trial.requireSense(origin);
            var down = new ArrayList<>(trial.reach(
                    it -> new Ahead(Difference.back(it, renamed, origin.equality()), renamed)));
            down.addAll(trial.rename(inverse(renamings)));
            var text = new DraftText(data, renamings);
            return new Draft(words(renamings, changes), text.up(up), text.down(down));
        }
    }

    /** Tables first: only then it shows which columns were renamed. */
    private List<Rendered> renames(Trial trial, List<Renaming> renamings) {
        var likeness = new Likeness(data, data.schema(Level.EQUIVALENT), comparison.equivalent(), renamings);
        var renames = new Renames(data.dialect(), likeness, comparison.models().renamings(), decisions);
        var present = trial.schema();
        var tables = renames.ofTables(present, comparison.ahead(present).goal());
        var statements = new ArrayList<>(trial.rename(tables));
        renamings.addAll(tables);
        present = trial.schema();
        var columns = renames.ofColumns(present, comparison.ahead(present).goal());
        statements.addAll(trial.rename(columns));
        renamings.addAll(columns);
        return statements;
    }

    private static List<Renaming> inverse(List<Renaming> renamings) {
        var inverse = new ArrayList<Renaming>();
        for (var renaming : renamings) {
            inverse.add(renaming instanceof Renaming.OfColumn it
                    ? new Renaming.OfColumn(it.table(), it.to(), it.from())
                    : new Renaming.OfTable(renaming.to(), renaming.from()));
        }
        Collections.reverse(inverse);
        return inverse;
    }

    private static List<Described> words(List<Renaming> renamings, List<Change> changes) {
        return Stream.concat(renamings.stream().map(Described::of), changes.stream().map(Described::of)).toList();
    }
}
