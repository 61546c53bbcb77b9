package restrack.schema;

/**
 * Knows better than the normal forms whether two things behave the same: asked only where those differ. Names have been
 * compared by then.
 */
public interface Equality {
    /** {@return whether the defaults of two columns store the same value} */
    boolean sameDefault(Table wanted, Column a, Column b);

    /** {@return whether two columns compute the same} */
    boolean sameGenerated(Table wanted, Column a, Column b);

    /** {@return whether two constraints ask for the same} */
    boolean same(Table wanted, Constraint a, Constraint b);

    /** {@return whether two indexes are over the same} */
    boolean same(Table wanted, Index a, Index b);
}
