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
     * @param empty  an empty database in memory, in which the wanted schema is made; closed with the comparison
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
        return scope.counting(all(present), models);
    }

    private List<Change> all(Schema present) {
        return Difference.of(present, scope.goal(present, wanted, models), built.equality());
    }

    /** {@return the schema that a present one should be, with all that is none of the models' business} */
    Schema goal(Schema present) {
        var uncounted = new ArrayList<>(all(present));
        uncounted.removeAll(scope.counting(uncounted, models));
        return Kept.in(scope.goal(present, wanted, models), uncounted);
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
