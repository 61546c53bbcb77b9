package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Rendered;
import restrack.schema.Change;
import restrack.schema.Schema;

/** Says changes as statements, in an order in which they run. */
public final class Rendering {
    private final Schema present;
    private final Schema wanted;

    /**
     * @param present the schema as it is
     * @param wanted  the schema as it is going to be
     */
    public Rendering(Schema present, Schema wanted) {
        this.present = present;
        this.wanted = wanted;
    }

    /** {@return the statements that carry out changes} */
    public List<Rendered> of(List<Change> changes) {
        var definitions = new DefinitionRendering(present, wanted, changes);
        var statements = new ArrayList<Rendered>();
        statements.addAll(definitions.leaving());
        statements.addAll(definitions.founding());
        // Here: constraints and indexes that go; tables that come, change and go; constraints and indexes that come.
        statements.addAll(definitions.coming());
        statements.addAll(definitions.clearing());
        return List.copyOf(statements);
    }
}
