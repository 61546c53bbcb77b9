package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import restrack.schema.Level;
import restrack.schema.Schema;

/** Reads the schema that comes first in the search path. */
public final class PostgresSchemaReading {
    private final Connection connection;
    private final Level level;

    /** @param level what counts as the same */
    public PostgresSchemaReading(Connection connection, Level level) {
        this.connection = connection;
        this.level = level;
    }

    /** {@return the tables, and what else there is} Without what belongs to an extension. */
    public Schema schema() throws SQLException {
        return new Schema(List.of(), DefinitionReading.of(connection));
    }
}
