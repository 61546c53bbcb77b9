package restrack.database.postgres.render;

import java.util.List;
import restrack.database.Rendered;
import restrack.schema.Change;
import restrack.schema.Schema;

/**
 * Says what comes, goes and changes of what is known by its statement. What tables need (extensions, types, sequences,
 * functions) comes before them and goes after them; what needs tables (views, triggers, policies) the other way round.
 */
final class DefinitionRendering {
    DefinitionRendering(Schema present, Schema wanted, List<Change> changes) {
    }

    /**
     * {@return what runs before anything else: views, triggers and policies go} Those that stay too, where a change of
     * a table would not be possible with them; {@link #coming} brings them back.
     */
    List<Rendered> leaving() {
        return List.of();
    }

    /** {@return what runs before tables come and change: extensions, types, sequences, functions come} */
    List<Rendered> founding() {
        return List.of();
    }

    /** {@return what runs when tables and indexes are as they should be: views, triggers and policies come} */
    List<Rendered> coming() {
        return List.of();
    }

    /** {@return what runs in the end: functions, sequences, types, extensions go} */
    List<Rendered> clearing() {
        return List.of();
    }
}
