package restrack.autogenerate;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Database;
import restrack.schema.Change;
import restrack.schema.Difference;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.wanted.Wanted;
import restrack.wanted.WantedDatabase;

/** The models against a database. */
public final class Comparison implements AutoCloseable {
    private final Wanted models;
    private final Scope scope;
    private final Database built;
    private final Schema wanted;
    private final Schema present;

    /**
     * Makes the wanted schema real and reads both.
     *
     * @param data   the database; it is only read
     * @param models what is wanted
     * @param empty  a scratch database, in which the wanted schema is made; closed with the comparison
     * @param scope  what is compared
     * @throws restrack.MigrateException {@code bad_model} where the models make no schema
     */
    public Comparison(Database data, Wanted models, Database empty, Scope scope) {
        this.models = models;
        this.scope = scope;
        this.built = empty;
        WantedDatabase.build(models, empty);
        this.wanted = empty.schema(Level.EXACT);
        this.present = data.schema(Level.EXACT);
    }

    /** {@return what is different, in the order of the schemas} */
    public List<Change> changes() {
        return changes(present);
    }

    /** {@return what would be different if the present schema were this one} */
    List<Change> changes(Schema present) {
        return scope.counting(all(present, scope.goal(present, wanted, models)), models);
    }

    /** {@return what would have to be done to this schema, and what it should be then} */
    Ahead ahead(Schema present) {
        var goal = scope.goal(present, wanted, models);
        var uncounted = new ArrayList<>(all(present, goal));
        var changes = scope.counting(uncounted, models);
        uncounted.removeAll(changes);
        return new Ahead(changes.stream().filter(it -> !(it instanceof Change.Reorder)).toList(),
                Kept.in(goal, uncounted));
    }

    private List<Change> all(Schema present, Schema goal) {
        return Difference.of(present, goal, built.equality());
    }

    /** {@return the schema of the database as it is} */
    Schema present() {
        return present;
    }

    /** {@return the wanted schema, in which what behaves the same is the same} */
    Schema equivalent() {
        return built.schema(Level.EQUIVALENT);
    }

    Wanted models() {
        return models;
    }

    @Override
    public void close() {
        built.close();
    }
}
