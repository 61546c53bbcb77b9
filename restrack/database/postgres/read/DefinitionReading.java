package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import restrack.schema.Definition;

/** Reads what is known by its statement: types, sequences, functions, views, triggers, policies, extensions. */
final class DefinitionReading {
    private DefinitionReading() {
    }

    /** {@return what the current schema has beside tables, in an order in which it could be made} */
    static List<Definition> of(Connection connection) throws SQLException {
        return List.of();
    }
}
