package restrack.database;

import java.util.Optional;
import restrack.sql.Statement;

/** What a database makes of the statements of a model, which says what schema there should be. Stateless. */
public interface ModelRules {
    /** What holds where a database has nothing of its own to say. */
    ModelRules COMMON = new ModelRules() {
    };

    /**
     * {@return what a statement is to a model that says what schema there should be; nothing where that is the same for
     * every database} {@code CREATE} and {@code ALTER TABLE} make a schema everywhere, and nothing else does.
     */
    default Optional<InModel> inModel(Statement statement) {
        return Optional.empty();
    }

    /** {@return whether each table has names of its own for its triggers} */
    default boolean namesTriggersByTable() {
        return false;
    }

    /** {@return whether a view can be made only where all that it reads is there} */
    default boolean checksViews() {
        return false;
    }

    /** What a statement is to a model. */
    enum InModel {
        /** It makes a part of the schema. */
        PART,
        /** It is about something that is not compared: rights, owners, settings of a session. */
        BESIDE,
        /** It reaches beyond the database, and would do so from a scratch database too: roles, other databases. */
        BEYOND
    }
}
