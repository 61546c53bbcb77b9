package restrack.database.server;

import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Equality;
import restrack.schema.Index;
import restrack.schema.Table;

/** Both sides were printed by the same server, in its one form: what differs there is different. */
public final class AsPrinted implements Equality {
    @Override
    public boolean sameDefault(Table wanted, Column a, Column b) {
        return false;
    }

    @Override
    public boolean sameGenerated(Table wanted, Column a, Column b) {
        return false;
    }

    @Override
    public boolean same(Table wanted, Constraint a, Constraint b) {
        return false;
    }

    @Override
    public boolean same(Table wanted, Index a, Index b) {
        return false;
    }
}
