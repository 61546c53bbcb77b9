package restrack.database.postgres;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.TableChange;
import restrack.schema.Difference;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.sql.Statement;
import restrack.sql.Statements;

/** A database that is made to try something on it, which nobody else uses, and which is dropped when it is closed. */
final class ScratchDatabase extends PostgresDatabase {
    private final ScratchServer server;
    private final ScratchServer.Made made;
    /** The extensions that are there because the other database has them. */
    private final Set<String> given;

    private ScratchDatabase(PostgresDialect dialect, Access access, ScratchServer server, ScratchServer.Made made) {
        super(dialect, made.url(), access);
        this.server = server;
        this.made = made;
        this.given = new HashSet<>(made.plan().extensions().keySet());
    }

    /** {@return an empty database like the given one} */
    static ScratchDatabase beside(PostgresDialect dialect, DatabaseUrl url, Access access) {
        var server = new ScratchServer(url, access.scratch());
        var made = server.make();
        try {
            return new ScratchDatabase(dialect, access, server, made);
        } catch (RuntimeException | Error e) {
            server.drop(made.name());
            throw e;
        }
    }

    /** {@return a database that has this schema and no rows} */
    static ScratchDatabase beside(PostgresDialect dialect, DatabaseUrl url, Access access, Schema schema) {
        var scratch = beside(dialect, url, access);
        try {
            scratch.build(schema);
            return scratch;
        } catch (RuntimeException | Error e) {
            scratch.close();
            throw e;
        }
    }

    private void build(Schema schema) {
        var present = schema(Level.EXACT);
        var changes = Difference.of(present, schema, equality());
        ask("The schema cannot be made once more without rows", () -> {
            try (var jdbc = connection().createStatement()) {
                jdbc.execute("BEGIN");
                jdbc.execute("SET LOCAL check_function_bodies = off");
            }
            for (var rendered : dialect().render(changes, present, schema)) {
                for (var statement : Statements.of(rendered.text(), dialect().syntax(), 1)) {
                    run(statement, Set.of());
                }
            }
            try (var jdbc = connection().createStatement()) {
                jdbc.execute("COMMIT");
            }
            return true;
        });
    }

    @Override
    protected boolean isShared() {
        return false;
    }

    /** What the other database has of extensions is there: the first who makes one finds it made. */
    @Override
    public List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException {
        var cursor = statement.cursor();
        if (cursor.accept("CREATE", "EXTENSION")) {
            cursor.accept("IF", "NOT", "EXISTS");
            if (given.remove(cursor.tableName().map(it -> it.table()).orElse(""))) {
                return List.of();
            }
        } else if (statement.starts("DROP", "EXTENSION")) {
            statement.significant().forEach(it -> given.remove(it.name()));
        }
        return super.run(statement, allowed);
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            server.drop(made.name());
        }
    }
}
