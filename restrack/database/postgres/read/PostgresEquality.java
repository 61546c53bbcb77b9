package restrack.database.postgres.read;

import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Equality;
import restrack.schema.Index;
import restrack.schema.Table;

/** What the server prints otherwise is something else: both sides have been read from one server. */
public final class PostgresEquality implements Equality {
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
