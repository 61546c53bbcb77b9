package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Rendered;
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
            return List.of("ALTER TABLE " + Names.of(it.table()) + " RENAME COLUMN " + Names.of(it.from()) + " TO "
                    + Names.of(it.to()));
        }
        return List.of("ALTER TABLE " + Names.of(renaming.from()) + " RENAME TO " + Names.of(renaming.to()));
    }

    /**
     * {@return the statements that carry out changes} They run one after the other in a transaction with foreign keys
     * on, and no row goes that is not asked to go.
     *
     * <p>What is in the way of others (triggers, views, indexes) goes first; tables that come and tables that change
     * are put in an order by what refers to what; then tables go, after whatever a person may have put in between to
     * save their rows; indexes, views and triggers come last, on what is there by then.
     */
    public List<Rendered> of(List<Change> changes) {
        var definitions = new Definitions(present, wanted, changes);
        var indexes = new Indexes(wanted, changes);
        var tables = new Tables(present, wanted, changes);
        var statements = new ArrayList<Rendered>();
        statements.addAll(definitions.leaving());
        statements.addAll(indexes.leaving());
        statements.addAll(tables.statements());
        statements.addAll(indexes.coming());
        statements.addAll(tables.late());
        statements.addAll(definitions.coming());
        return List.copyOf(statements);
    }
}
