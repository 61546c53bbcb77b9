package restrack.database.sqlite.render;

import java.util.List;
import restrack.database.Rendered.Part;
import restrack.schema.Change;
import restrack.schema.Constraint;

/**
 * A constraint that goes or comes.
 *
 * @param constraint the constraint
 * @param changes    what its going or coming carries out; empty if it only makes way for others
 */
record ConstraintPart(Constraint constraint, List<Change> changes) {
    boolean is(Constraint.Kind kind) {
        return constraint.kind() == kind;
    }

    /** {@return the action that adds it} */
    Part addition() {
        return new Part("ADD " + named() + constraint.definition().text(), changes);
    }

    /** {@return the words that give it its name, and a space; empty if nobody gave it one} */
    String named() {
        return constraint.implied() ? "" : "CONSTRAINT " + Names.of(constraint.name()) + " ";
    }
}
