package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Rendered;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Change;
import restrack.schema.Renaming;
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

    /** {@return the statements that give something another name, which is free} */
    public static List<String> rename(Renaming renaming) {
        if (renaming instanceof Renaming.OfColumn it) {
            return List.of("ALTER TABLE " + Quoted.name(it.table()) + " RENAME COLUMN " + Quoted.name(it.from())
                    + " TO " + Quoted.name(it.to()));
        }
        return List.of("ALTER TABLE " + Quoted.name(renaming.from()) + " RENAME TO " + Quoted.name(renaming.to()));
    }

    /**
     * {@return the statements that carry out changes} They run one after the other in a transaction, and no row goes
     * that is not asked to go.
     *
     * <p>What is in the way of others goes first: views, triggers, foreign keys, indexes. Tables come, tables change;
     * then tables go, after whatever a person may have put in between to save their rows. Indexes, the foreign keys
     * that had to wait, views and triggers come last. Columns in another order are left as they are.
     */
    public List<Rendered> of(List<Change> changes) {
        var definitions = new DefinitionRendering(present, wanted, changes);
        var indexes = new Indexes(wanted, definitions.left());
        var tables = new Tables(present, wanted, definitions.left());
        var statements = new ArrayList<Rendered>();
        statements.addAll(definitions.leaving());
        statements.addAll(definitions.founding());
        statements.addAll(tables.leaving());
        statements.addAll(indexes.leaving());
        statements.addAll(tables.statements());
        statements.addAll(indexes.coming());
        statements.addAll(tables.late());
        statements.addAll(definitions.coming());
        statements.addAll(definitions.clearing());
        return List.copyOf(statements);
    }
}
