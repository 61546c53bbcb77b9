package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import restrack.database.sqlite.draft.ConstraintNames;
import restrack.database.sqlite.draft.NamedConstraint;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.schema.Constraint;
import restrack.schema.Name;

/**
 * The names by which the constraints of a table are known while some of them go and others get names. One that has no
 * name of its own may be called otherwise afterwards: without {@code t_check}, {@code t_check1} becomes that.
 */
final class CurrentNames {
    private CreateTable table;
    /** What each was called at the beginning, in the order of the text. */
    private final List<String> before = new ArrayList<>();

    CurrentNames(String text) {
        table = CreateTable.parse(text);
        all().forEach(it -> before.add(it.name()));
    }

    private List<NamedConstraint> all() {
        return ConstraintNames.of(table);
    }

    private int find(Name constraint) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).equalsIgnoreCase(constraint.text())) {
                return i;
            }
        }
        return -1;
    }

    /** {@return constraints so that none gets another name before its turn: those without one first, the last first} */
    List<Constraint> inOrderOfDropping(List<Constraint> constraints) {
        return constraints.stream().sorted(Comparator.<Constraint, Boolean>comparing(it -> isNamed(it.name()))
                .thenComparing(it -> -find(it.name()))).toList();
    }

    private boolean isNamed(Name constraint) {
        int at = find(constraint);
        return at >= 0 && !all().get(at).implied();
    }

    /** {@return the column that a constraint stands on; empty if it is one of the table} */
    Optional<String> column(Name constraint) {
        int at = find(constraint);
        return at < 0 ? Optional.empty() : all().get(at).column().map(Column::name).map(it -> it.value());
    }

    /** {@return whether a constraint has not been dropped} */
    boolean isThere(Name constraint) {
        return find(constraint) >= 0;
    }

    /** {@return whether some constraint has been given this name} */
    boolean isTaken(Name name) {
        return all().stream().anyMatch(it -> !it.implied() && it.name().equalsIgnoreCase(name.text()));
    }

    /** {@return what a constraint is called now} */
    String of(Name constraint) {
        int at = find(constraint);
        return at < 0 ? constraint.text() : all().get(at).name();
    }

    void drop(Name constraint) {
        int at = find(constraint);
        if (at < 0) {
            return;
        }
        var gone = all().get(at).constraint();
        var edits = Edits.on(table.text());
        if (table.constraints().contains(gone)) {
            edits.removeElements(table.elements(), List.of(gone.span()));
        } else {
            edits.removeWords(gone.span());
        }
        table = CreateTable.parse(edits.text());
        before.remove(at);
    }

    void rename(Name constraint, String to) {
        int at = find(constraint);
        if (at < 0) {
            return;
        }
        var named = all().get(at).constraint();
        var edits = Edits.on(table.text());
        named.name().ifPresentOrElse(it -> edits.replace(it.span(), Names.of(to)),
                () -> edits.insert(named.span().start(), "CONSTRAINT " + Names.of(to) + " "));
        table = CreateTable.parse(edits.text());
    }
}
