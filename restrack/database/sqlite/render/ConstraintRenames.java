package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.database.Rendered.Part;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Name;
import restrack.schema.Table;

/** The actions that give constraints other names, so that none gets one that is still taken. */
final class ConstraintRenames {
    private final Table from;
    private final Table to;
    private final List<Change.RenameConstraint> renamed;
    private final List<ConstraintPart> leaving;
    private final List<ConstraintPart> coming;
    private final CurrentNames names;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param changes all that changes about the table
     * @param leaving the constraints that are gone by then
     * @param coming  those that come afterwards
     * @param names   what the constraints are called now; it follows the renaming
     */
    ConstraintRenames(Table from, Table to, List<Change> changes, List<ConstraintPart> leaving,
            List<ConstraintPart> coming, CurrentNames names) {
        this.from = from;
        this.to = to;
        this.renamed = changes.stream().filter(Change.RenameConstraint.class::isInstance)
                .map(Change.RenameConstraint.class::cast).filter(it -> names.isThere(it.from().name())).toList();
        this.leaving = leaving;
        this.coming = coming;
        this.names = names;
    }

    List<Part> parts() {
        giveUpNames();
        var left = new ArrayList<>(renamed);
        // Those that take each other's names get others first.
        for (int waiting = 0; !left.isEmpty();) {
            var next = left.remove(0);
            if (!names.isTaken(next.to().name())) {
                rename(next.from().name(), next.to().name().text(), List.of(next));
                waiting = 0;
            } else if (waiting++ <= left.size()) {
                left.add(next);
            } else {
                rename(next.from().name(), makeshift(next.from()), List.of());
                left.add(next);
                waiting = 0;
            }
        }
        return parts;
    }

    /** What keeps a name that it need not have gives it up to another one that is to have it. */
    private void giveUpNames() {
        var wanted = new HashSet<Name>();
        renamed.forEach(it -> wanted.add(it.to().name()));
        coming.stream().map(ConstraintPart::constraint).filter(it -> !it.implied())
                .forEach(it -> wanted.add(it.name()));
        for (var constraint : from.constraints()) {
            if (wanted.contains(constraint.name()) && names.isTaken(constraint.name()) && keepsItsName(constraint)) {
                rename(constraint.name(), otherName(constraint, wanted), List.of());
            }
        }
    }

    private boolean keepsItsName(Constraint constraint) {
        return leaving.stream().noneMatch(it -> it.constraint().equals(constraint))
                && renamed.stream().noneMatch(it -> it.from().equals(constraint));
    }

    /** The one that it would have without a name of its own, if that is free. */
    private String otherName(Constraint constraint, Set<Name> wanted) {
        return to.constraints(constraint.kind()).stream()
                .filter(it -> it.implied() && it.definition().equals(constraint.definition()))
                .map(Constraint::name).findFirst().filter(it -> !names.isTaken(it) && !wanted.contains(it))
                .map(Name::text).orElse(makeshift(constraint));
    }

    private static String makeshift(Constraint constraint) {
        return constraint.name().text() + "_migrate";
    }

    private void rename(Name constraint, String name, List<Change> changes) {
        parts.add(new Part("RENAME CONSTRAINT " + Names.of(names.of(constraint)) + " TO " + Names.of(name), changes));
        names.rename(constraint, name);
    }
}
