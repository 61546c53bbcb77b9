package tests.postgres.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.postgres.PostgresDialect;
import restrack.schema.Change;
import restrack.schema.Difference;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.sql.Statements;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** One schema becomes another, and is led back; nothing is left over, whatever needs what changes. */
class ObjectPairsTest {
    private static final PostgresDialect DIALECT = new PostgresDialect();

    static Stream<ObjectPairs.Pair> pairs() {
        return ObjectPairs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneSchemaBecomesTheOtherAndBack(ObjectPairs.Pair pair) throws SQLException {
        try (var from = Server.POSTGRES.database(); var to = Server.POSTGRES.database();
             var changing = open(from); var wanted = open(to)) {
            run(changing, pair.from());
            run(wanted, pair.to());
            var before = changing.schema(Level.EXACT);
            var dumpBefore = PgDump.of(from);

            become(changing, wanted.schema(Level.EXACT));
            assertEquals(PgDump.of(to), PgDump.of(from));
            become(changing, before);
            assertEquals(dumpBefore, PgDump.of(from));
        }
    }

    private static Database open(TestDatabase database) {
        return DIALECT.open(DatabaseUrl.parse(database.url(), Path.of("")),
                new Access(Duration.ofSeconds(5), true, holders -> { }));
    }

    private static void run(Database database, String sql) throws SQLException {
        for (var statement : Statements.of(sql, DIALECT.syntax())) {
            database.run(statement, Set.of());
        }
    }

    private static List<Change> differences(Database database, Schema wanted) {
        return Difference.of(database.schema(Level.EXACT), wanted, database.equality()).stream()
                .filter(it -> !it.table().text().startsWith("migrate_")).toList();
    }

    private static void become(Database database, Schema wanted) {
        var changes = differences(database, wanted);
        var done = new ArrayList<String>();
        try {
            run(database, "BEGIN");
            for (var rendered : DIALECT.render(changes, database.schema(Level.EXACT), wanted)) {
                done.add(rendered.text());
                run(database, rendered.text());
            }
            run(database, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\nafter\n" + String.join(";\n", done), e);
        }
        assertEquals(List.of(), differences(database, wanted), () -> String.join(";\n", done));
    }
}
