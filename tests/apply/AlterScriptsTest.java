package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;

/** Scripts that change tables in ways that SQLite has no statement for: in SQL, outside a transaction, in Java. */
class AlterScriptsTest {
    private static final List<String> ROWS = List.of("1|Ada|12", "2|Bob|abc");

    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void itemsThatAreThere() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, size TEXT);
                INSERT INTO item VALUES (1, 'Ada', '12'), (2, 'Bob', 'abc');
                CREATE VIEW sizes AS SELECT size FROM item;
                CREATE INDEX by_size ON item (size);""", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    private List<String> rows() {
        return project.query("SELECT * FROM item ORDER BY id");
    }

    private String type() {
        return project.query("SELECT type FROM pragma_table_info('item') WHERE name = 'size'").get(0);
    }

    private static void assertRefused(String kind, Result result) {
        assertEquals(4, result.exitCode(), result.out());
        assertEquals(kind, result.errorKind(), result.out());
    }

    @Test
    void valuesThatWouldChangeAreRefusedWithTheirPlaceUntilTheyAreAllowed() {
        project.script("b", "a", "ALTER TABLE item\n    ALTER size TYPE INTEGER;", "");

        var refused = project.migrate("upgrade");

        assertEquals(4, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("Error: migrations/b.sql:7: "), refused.err());
        assertTrue(refused.err().contains("\n    ALTER TABLE item ALTER size TYPE INTEGER\n"), refused.err());
        assertTrue(refused.err().contains("abc"), refused.err());
        assertTrue(refused.err().contains("change-data"), refused.err());
        assertRefused("hazard", project.migrate("upgrade", "--json"));
        assertEquals("TEXT", type());
        assertEquals(ROWS, rows());

        var allowed = project.migrate("upgrade", "--allow", "change-data");

        assertEquals(0, allowed.exitCode(), allowed.err());
        assertEquals("INTEGER", type());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "rows_in_the_way ALTER TABLE item ADD CHECK (length(size) < 3)",
        "rows_in_the_way ALTER TABLE item ADD role INTEGER NOT NULL",
        "dependents ALTER TABLE item DROP COLUMN size",
        "cannot_alter ALTER TABLE item DROP CONSTRAINT nope",
    })
    void everyRefusalNamesItsPlace(String refusal) {
        var kind = refusal.substring(0, refusal.indexOf(' '));
        project.script("b", "a", "SELECT 1;\n" + refusal.substring(kind.length() + 1) + ";", "");

        var result = project.migrate("upgrade", "--json", "--allow", "drop-data");

        assertRefused(kind, result);
        assertTrue(result.out().contains("migrations/b.sql:8: "), result.out());
        assertTrue(result.out().contains("\\n    ALTER TABLE item"), result.out());
        assertEquals(ROWS, rows());
        assertEquals(List.of("a"), Fixtures.applied(project));
    }

    @Test
    void whatCascadeDropsIsListedUnderItsScript() {
        project.script("b", "a", "ALTER TABLE item DROP COLUMN size CASCADE;", "")
                .script("c", "b", "CREATE TABLE c (n);", "");

        var lines = project.migrate("upgrade", "--allow", "drop-data").out().lines().toList();

        assertTrue(lines.get(0).startsWith("up    b  "), lines.toString());
        var notes = lines.subList(1, lines.indexOf(lines.stream().filter(it -> it.startsWith("up    c")).findFirst()
                .orElseThrow()));
        assertTrue(notes.stream().allMatch(it -> it.startsWith("        ")), lines.toString());
        assertTrue(notes.stream().anyMatch(it -> it.contains("sizes")), lines.toString());
        assertTrue(notes.stream().anyMatch(it -> it.contains("by_size")), lines.toString());
        assertEquals(List.of("item"), project.query("SELECT name FROM sqlite_schema WHERE sql LIKE '%item%' "
                + "AND name NOT LIKE 'migrate%'"));
    }

    @Test
    void notesAreInTheJsonOfTheirStepAlone() {
        project.script("b", "a", "ALTER TABLE item DROP COLUMN size CASCADE;", "")
                .script("c", "b", "CREATE TABLE c (n);", "");

        var steps = project.migrate("upgrade", "--allow", "drop-data", "--json").json().getAsJsonArray("steps");

        assertTrue(steps.get(0).getAsJsonObject().getAsJsonArray("notes").toString().contains("by_size"));
        assertFalse(steps.get(1).getAsJsonObject().has("notes"));
    }

    @Test
    void aFailureInAGroupLeavesTheScriptsBeforeIt() {
        project.script("b", "a", "ALTER TABLE item ALTER name TYPE VARCHAR(20) USING upper(name);", "")
                .script("c", "b", "ALTER TABLE item ADD UNIQUE (name); ALTER TABLE item ADD CHECK (id < 2);", "")
                .script("d", "c", "CREATE TABLE d (n);", "");

        assertRefused("rows_in_the_way", project.migrate("upgrade", "--json"));

        assertEquals(List.of("a", "b"), Fixtures.applied(project));
        assertEquals(List.of("1|ADA|12", "2|BOB|abc"), rows());
    }

    @Test
    void outsideATransactionTheRestIsResumed() {
        Fixtures.stepByStep(project, """
                ALTER TABLE item ALTER name SET NOT NULL;
                BEGIN;
                ALTER TABLE item ALTER name SET DEFAULT 'x';
                COMMIT;
                ALTER TABLE item ALTER size TYPE INTEGER;
                ALTER TABLE item SET STRICT;
                """);

        var refused = project.migrate("upgrade", "--json");

        assertRefused("hazard", refused);
        project.execute("UPDATE item SET size = 13 WHERE id = 2");
        var resumed = project.migrate("upgrade");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertEquals(List.of("1|Ada|12", "2|Bob|13"), rows());
        assertTrue(project.query("SELECT sql FROM sqlite_schema WHERE name = 'item'").get(0).endsWith("STRICT"));
    }

    @Test
    void outsideATransactionWhatIsAllowedIs() {
        Fixtures.stepByStep(project, "ALTER TABLE item ALTER size TYPE INTEGER;\n");
        var result = project.migrate("upgrade", "--allow", "change-data");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals("INTEGER", type());
    }

    @Test
    void repeatableScriptsAreAllowedNothing() {
        project.file("repeatable/r.sql", "ALTER TABLE item ALTER size TYPE INTEGER;");
        var result = project.migrate("upgrade", "--allow", "change-data", "--json");
        assertRefused("hazard", result);
        assertTrue(result.out().contains("migrations/repeatable/r.sql:1: "), result.out());
        assertEquals("TEXT", type());
    }

    private void java(String up) {
        project.file("b.java", """
                // revision: b
                // revises: a
                // In Java
                class Changes implements Migration {
                    @Override
                    public void up(Op op) {
                %s
                    }
                }
                """.formatted(up));
    }

    @Test
    void javaChangesTablesAsScriptsDo() {
        java("""
                op.execute("ALTER TABLE item ADD UNIQUE (name)");
                op.alterTable("item").alterColumn("name").setNotNull().collate("VARCHAR(20)", "NOCASE");
                op.handle().useTransaction(inner -> op.alterTable("item", item -> item
                        .alterColumn("id").type("INTEGER")
                        .addCheck("named", "name <> ''")
                        .addColumn("at", "TEXT NOT NULL DEFAULT (lower('X'))")));
                op.handle().execute("INSERT INTO item (id, name) VALUES (3, 'Eve')");
                op.alterTable("item").dropColumnCascade("size");
                """);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("        "), "the notes of CASCADE: " + result.out());
        assertEquals(List.of("1|Ada|x", "2|Bob|x", "3|Eve|x"), rows());
        assertEquals(List.of("1"), project.query("SELECT sql LIKE '%COLLATE%NOCASE%' AND sql LIKE '%named%' "
                + "FROM sqlite_schema WHERE name = 'item'"));
    }

    @Test
    void aRefusalInJavaNamesTheLineAndKeepsItsKind() {
        java("\nop.alterTable(\"item\").alterColumn(\"size\").type(\"INTEGER\");");
        var refused = project.migrate("upgrade", "--json");
        assertRefused("hazard", refused);
        assertTrue(refused.out().contains("migrations/b.java:8: "), refused.out());
        assertEquals(List.of("a"), Fixtures.applied(project));

        assertEquals(0, project.migrate("upgrade", "--allow", "change-data").exitCode());
        assertEquals("INTEGER", type());
    }

    @Test
    void whatJavaCatchesLeavesNothingOfTheStatement() {
        java("""
                try {
                    op.alterTable("item", item -> item.dropColumnCascade("size").addCheck("k", "id < 2"));
                } catch (RuntimeException expected) {
                    op.execute("INSERT INTO item (id) VALUES (3)");
                }
                """);
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1|Ada|12", "2|Bob|abc", "3|null|null"), rows());
        assertEquals(List.of("sizes"), project.query("SELECT name FROM sqlite_schema WHERE type = 'view'"));
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"addCheck(\"k\", \"id > 0\")", "alterColumn(\"name\").type(\"TEXT\", \"upper(name)\")",
        "renameColumn(\"name\", \"title\")"})
    void aCursorThatIsStillOpenDoesNoHarm(String action) throws SQLException {
        java("""
                try (var statement = op.handle().getConnection().createStatement();
                     var rows = statement.executeQuery("SELECT id FROM item")) {
                    rows.next();
                    try {
                        op.alterTable("item").%s;
                    } catch (RuntimeException locked) {
                        op.execute("INSERT INTO item (id) VALUES (3)");
                    }
                } catch (java.sql.SQLException aborted) {
                    throw new IllegalStateException(aborted);
                }
                """.formatted(action));
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
        var count = rows().size();
        var sql = project.query("SELECT sql FROM sqlite_schema WHERE name = 'item'").get(0);
        boolean changed = sql.contains("CHECK") || sql.contains("title") || rows().contains("1|ADA|12");
        assertEquals(changed ? 2 : 3, count, "either all of the change or nothing: " + sql);
    }

    @Test
    void theHandleStaysRaw() {
        java("op.handle().execute(\"ALTER TABLE item ADD UNIQUE (name)\");");
        var result = project.migrate("upgrade", "--json");
        assertEquals("script_failed", result.errorKind());
        assertTrue(result.out().contains("syntax error"), result.out());
    }
}
