package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Java migrations in a transaction that PostgreSQL aborts with the first error. */
class JavaTest {
    @TempDir
    Path folder;
    TestDatabase database;
    Project project;

    @BeforeEach
    void open() {
        database = Server.POSTGRES.database();
        database.execute("CREATE TABLE item (n integer PRIMARY KEY, note text)", "INSERT INTO item VALUES (1, 'one')");
        project = new Project(folder).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Result upgrade(String up) {
        project.file("b.java", """
                // revision: b
                // revises:
                // In Java
                import java.util.List;
                import java.util.Map;
                class InJava implements Migration {
                    public void up(Op op) throws Exception {
                %s
                    }
                }
                """.formatted(up));
        return project.migrate("upgrade");
    }

    @Test
    void oneGoesOnAfterWhatFailedInATransactionOfItsOwn() {
        var result = upgrade("""
                op.bulkInsert("item", List.of(Map.of("n", 2, "note", "two"), Map.of("n", 3, "note", "three")));
                try {
                    op.handle().useTransaction(h -> h.execute("INSERT INTO item VALUES (1, 'again')"));
                } catch (RuntimeException e) {
                    op.execute("UPDATE item SET note = ? WHERE n = ?", "was there", 1);
                }
                """);

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("was there", "two", "three"), project.query("SELECT note FROM item ORDER BY n"));
        assertEquals(List.of("b"), project.query("SELECT revision FROM migrate_revision"));
    }

    @Test
    void oneThatSwallowsAnErrorIsNotTakenForDone() {
        var result = upgrade("""
                op.execute("UPDATE item SET note = 'lost'");
                try {
                    op.execute("INSERT INTO item VALUES (1, 'again')");
                } catch (RuntimeException e) {
                    // Nobody is told.
                }
                """);

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("op.handle().inTransaction"), result.err());
        assertEquals(List.of("one"), project.query("SELECT note FROM item"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "op.execute(\"COMMIT\");",
        "op.execute(\"PREPARE TRANSACTION 'x'\");",
        "op.handle().execute(\"ABORT\");",
        "op.handle().getConnection().commit();",
    })
    void oneCannotEndTheTransaction(String statement) {
        var result = upgrade("op.execute(\"UPDATE item SET note = 'lost'\");\n" + statement);

        assertEquals(1, result.exitCode());
        assertEquals(List.of("one"), project.query("SELECT note FROM item"));
        assertEquals(List.of(), project.query("SELECT relname FROM pg_class WHERE relname = 'migrate_event'"));
    }

    @Test
    void oneThatEndsTheTransactionBehindOurBackIsNoticed() {
        var result = upgrade("""
                op.execute("UPDATE item SET note = 'stands'");
                var field = java.lang.reflect.Proxy.getInvocationHandler(op.handle().getConnection());
                var target = field.getClass().getDeclaredField("target");
                target.setAccessible(true);
                try (var statement = ((java.sql.Connection) target.get(field)).createStatement()) {
                    statement.execute("COMMIT");
                }
                """);

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("behind the toolkit's back (commit)"), result.err());
        assertEquals(List.of("stands"), project.query("SELECT note FROM item"));
    }
}
