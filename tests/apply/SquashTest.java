package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Plan;
import restrack.config.Settings;
import tests.Project;
import tests.Result;

/** Databases that have all, nothing or a part of what was squashed into one script, and folders from before it. */
class SquashTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aToD() {
        project = new Project(folder)
                .script("a", "", "CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1);", "DROP TABLE a;")
                .script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;")
                .script("c", "b", "ALTER TABLE b ADD COLUMN m TEXT; INSERT INTO a VALUES (3);",
                        "DELETE FROM a WHERE n = 3; ALTER TABLE b DROP COLUMN m;")
                .script("d", "c", "CREATE TABLE d (n INTEGER); CREATE INDEX of_b ON b (n);",
                        "DROP TABLE d; DROP INDEX of_b;");
    }

    private Result squash(String range, String... more) {
        var arguments = Stream.concat(Stream.of("squash", range, "--rev-id", "s", "--json"), Stream.of(more));
        return project.revision(arguments.toArray(String[]::new));
    }

    private void squashed(String range, String... more) {
        var result = squash(range, more);
        assertEquals(0, result.exitCode(), result.out());
    }

    private void done(String... arguments) {
        var result = project.migrate(arguments);
        assertEquals(0, result.exitCode(), result.out() + result.err());
    }

    private Result refused(String kind, String... arguments) {
        var all = Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
        var before = project.query("SELECT count(*) FROM migrate_event");
        var result = project.migrate(all);
        assertEquals(kind, result.errorKind(), result.out());
        assertEquals(4, result.exitCode());
        assertEquals(before, project.query("SELECT count(*) FROM migrate_event"));
        return result;
    }

    @Test
    void aNewDatabaseRunsTheOneScript() {
        squashed("a:c");
        done("upgrade");

        assertEquals(List.of("s", "d"), Fixtures.applied(project));
        assertEquals(List.of("1", "3"), project.query("SELECT n FROM a ORDER BY n"));
        done("downgrade", "base", "--allow", "drop-data");
        assertEquals(List.of(), Fixtures.tables(project));
    }

    @Test
    void aDatabaseWithAllOfItCountsAsHavingTheSquash() {
        done("upgrade", "c");
        squashed("a:c");

        assertEquals("s\n", project.migrate("current").out());
        assertTrue(project.migrate("status").out().contains("1 applied, 1 pending."), project.migrate("status").out());
        var history = project.migrate("history", "-i").out();
        assertTrue(history.contains("s (current)"), history);
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project), "Commands that read write nothing.");
    }

    @Test
    void showAndHistorySayWhatItReplaces() {
        squashed("a:c");
        assertTrue(project.migrate("show", "s").out().contains("Replaces:   a, b, c\n"));
        assertTrue(project.migrate("history", "--json").out().contains("\"replaces\":[\"a\",\"b\",\"c\"]"));
    }

    @Test
    void anUpgradeRecordsItAndGoesOnBehindIt() {
        done("upgrade", "c");
        squashed("a:c");

        done("upgrade");

        assertEquals(List.of("s", "d"), Fixtures.applied(project));
        assertEquals(List.of("s|a, b, c"),
                project.query("SELECT subject, detail FROM migrate_event WHERE operation = 'squash'"));
        assertEquals(List.of("1", "3"), project.query("SELECT n FROM a ORDER BY n"), "Nothing ran twice.");
        assertEquals(0, project.migrate("check").exitCode(), project.migrate("check").out());
    }

    @Test
    void anUpgradeWithNothingToRunRecordsItAndTheNextHasNothingToDo() {
        done("upgrade");
        squashed("a:c");

        var planned = project.migrate("upgrade", "--dry-run", "--json").json();
        assertEquals("[\"squash\"]", operations(planned.toString()));
        var first = project.migrate("upgrade", "--json").json();
        assertEquals("[\"squash\"]", operations(first.toString()));
        assertEquals("[\"d\"]", first.get("current").toString());
        assertEquals("[]", operations(project.migrate("upgrade", "--json").out()));
        assertEquals(List.of("d|s"),
                project.query("SELECT revision, revises FROM migrate_revision WHERE revision = 'd'"));
    }

    private static String operations(String json) {
        return Stream.of(json.split("\"op\":")).skip(1).map(it -> it.substring(0, it.indexOf(','))).toList().toString();
    }

    @Test
    void anEditOfTheSquashIsNoticed() throws IOException {
        done("upgrade");
        squashed("a:c");
        done("upgrade");
        var file = file("s");
        Files.writeString(file, Files.readString(file).replace("VALUES (3)", "VALUES (4)"));

        refused("edited", "upgrade");
        done("repair", "s", "--reason", "a four it was");
        done("upgrade");
    }

    @Test
    void aDatabaseThatRanAPartInOtherWordsIsNotTakenForTheSquash() throws IOException {
        done("upgrade");
        var elsewhere = project.database().resolveSibling("elsewhere.db");
        move(project.database(), elsewhere);
        var edited = folder.resolve("migrations/c.sql");
        Files.writeString(edited, Files.readString(edited).replace("(3)", "(4)").replace("n = 3", "n = 4"));
        squashed("a:c", "--keep-files", "before");
        move(elsewhere, project.database());

        var message = refused("edited", "upgrade").json().getAsJsonObject("error").get("message").getAsString();
        assertTrue(message.startsWith("c ran here in other words than"), message);
        refused("edited", "downgrade", "base", "--allow", "drop-data");
        assertTrue(project.migrate("check").out().contains("edited  Ran in other words than the squash has"));

        olderCheckout();
        done("repair", "c", "--reason", "a four it is");
        newerCheckout();
        done("upgrade");
        assertEquals(Set.of("s", "d"), Set.copyOf(Fixtures.applied(project)));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Files.writeString(folder.resolve("before"), "");
        var result = squash("a:c", "--keep-files", "before");
        assertEquals("file_error", result.errorKind());
        assertTrue(result.out().contains("before cannot be made: a file of this name is there."), result.out());
    }

    private Path file(String id) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.filter(it -> it.toString().contains("_" + id + "_")).findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void aDatabaseInTheMiddleIsToldWhatToDo(String at) {
        var elsewhere = project.database().resolveSibling("elsewhere.db");
        done("upgrade", at);
        move(project.database(), elsewhere);
        squashed("a:c", "--keep-files", "before");
        move(elsewhere, project.database());

        var error = refused("within_squash", "upgrade").json().getAsJsonObject("error");

        var message = error.get("message").getAsString();
        assertTrue(message.contains(at.equals("a") ? "a is applied; b, c are not applied"
                : "a, b are applied; c is not"), message);
        assertTrue(error.get("hint").getAsString().contains("`migrate upgrade c`"), error.toString());
        assertEquals(List.of("1"), project.query("SELECT n FROM a"));
        assertEquals(3, project.migrate("check").exitCode());
        assertTrue(project.migrate("check").out().contains("within_squash"), project.migrate("check").out());
        assertFalse(project.migrate("check").out().contains("would apply"), "It is refused.");
        assertTrue(project.migrate("check").out().lines().noneMatch(it -> it.startsWith("unknown")), "They are known.");

        olderCheckout();
        done("upgrade", "c");
        newerCheckout();
        done("upgrade");
        assertEquals(List.of("s", "d"), Fixtures.applied(project));
    }

    @Test
    void aDatabaseInTheMiddleCanGoBackToBeforeTheSquash() {
        var elsewhere = project.database().resolveSibling("elsewhere.db");
        done("upgrade", "b");
        move(project.database(), elsewhere);
        squashed("a:c", "--keep-files", "before");
        move(elsewhere, project.database());

        done("downgrade", "base", "--allow", "drop-data");
        done("upgrade");

        assertEquals(List.of("s", "d"), Fixtures.applied(project));
    }

    @Test
    void anOlderCheckoutDoesNotRunTheOldScriptsAgain() {
        done("upgrade");
        squashed("a:c", "--keep-files", "before");
        done("upgrade");
        olderCheckout();

        refused("missing", "upgrade");
        done("downgrade", "s");
        assertEquals(List.of("s"), Fixtures.applied(project));
        refused("unknown_to_folder", "upgrade");
        assertEquals(List.of("1", "3"), project.query("SELECT n FROM a ORDER BY n"));
    }

    @Test
    void anOlderCheckoutGoesBackWithTheStoredSquash() {
        done("upgrade");
        squashed("a:c", "--keep-files", "before");
        done("upgrade");
        olderCheckout();

        done("downgrade", "base", "--allow", "drop-data");

        assertEquals(List.of(), Fixtures.tables(project));
        done("upgrade");
        assertEquals(List.of("a", "b", "c", "d"), Fixtures.applied(project));
    }

    private void olderCheckout() {
        try {
            move(file("s"), folder.resolve("s.sql.away"));
            for (var id : List.of("a", "b", "c")) {
                move(folder.resolve("before/" + id + ".sql"), folder.resolve("migrations/" + id + ".sql"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void newerCheckout() {
        for (var id : List.of("a", "b", "c")) {
            move(folder.resolve("migrations/" + id + ".sql"), folder.resolve("before/" + id + ".sql"));
        }
        move(folder.resolve("s.sql.away"), folder.resolve("migrations/c_s_squash.sql"));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDatabaseThatHadTheOriginalsGoesBackPastTheSquash() {
        done("upgrade");
        squashed("a:c");

        done("downgrade", "base", "--allow", "drop-data");

        assertEquals(List.of(), Fixtures.tables(project));
        assertEquals(List.of(), Fixtures.applied(project));
        done("upgrade");
        assertEquals(List.of("1", "3"), project.query("SELECT n FROM a ORDER BY n"));
    }

    @Test
    void stampTakesTheSquashForAllOfIt() {
        done("upgrade");
        squashed("a:c");

        done("stamp", "base");
        assertEquals(List.of(), Fixtures.applied(project));
        done("stamp", "c");
        assertEquals(List.of("s"), Fixtures.applied(project));
    }

    @Test
    void stampSettlesADatabaseInTheMiddle() {
        var elsewhere = project.database().resolveSibling("elsewhere.db");
        done("upgrade", "b");
        move(project.database(), elsewhere);
        squashed("a:c");
        move(elsewhere, project.database());
        project.execute("ALTER TABLE b ADD COLUMN m TEXT");

        done("stamp", "s");

        assertEquals(List.of("s"), Fixtures.applied(project));
        done("upgrade");
    }

    @Test
    void whatWasOnlyStampedIsRecordedAsStamped() {
        done("stamp", "c");
        squashed("a:c");
        done("upgrade", "c");

        assertTrue(project.migrate("status").out().contains("stamped"), project.migrate("status").out());
        assertEquals(List.of("1"), project.query("SELECT script IS NULL FROM migrate_revision WHERE revision = 's'"));
    }

    @Test
    void theLastIdStillNamesTheSquashAndTheOthersAreExplained() {
        squashed("a:c");

        done("upgrade", "c");
        assertEquals(List.of("s"), Fixtures.applied(project));
        for (var command : List.of("upgrade", "downgrade", "show", "stamp")) {
            var result = project.migrate(command, "b", "--json");
            assertEquals("unknown_revision", result.errorKind(), command);
            assertTrue(result.out().contains("b was squashed into s"), result.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v); INSERT INTO t (v) VALUES (%s)",
        "CREATE TABLE t (k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO t VALUES ('k', %s)",
        "CREATE TABLE t (rowid TEXT, \"a \"\"b\" AS (rowid || 'x')); INSERT INTO t (rowid) VALUES (%s)",
        "CREATE TABLE t (v); INSERT INTO t (rowid, v) VALUES (abs(%s %% 1000000000), 1)",
        "CREATE VIRTUAL TABLE t USING fts5(v); INSERT INTO t VALUES (%s)",
        "CREATE TABLE t (v REAL) STRICT; INSERT INTO t VALUES (%s / 3.0)"})
    void rowsOfEverySortOfTableAreCompared(String words) {
        project.script("c", "b", words.formatted("random()") + ";", "DROP TABLE t;");
        var different = squash("a:c");
        assertEquals("cannot_squash", different.errorKind(), different.out());
        assertTrue(different.out().contains("other rows in t when"), different.out());

        project.script("c", "b", words.formatted("1") + ";", "DROP TABLE t;");
        squashed("a:c");
    }

    @Test
    void theWayBackIsComparedToo() {
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b; INSERT INTO a VALUES (random());");
        assertTrue(squash("b:c").out().contains("other rows in a when they are taken back"));
    }

    @Test
    void aSquashIsSquashedOnceItIsRecorded() {
        done("upgrade");
        squashed("a:b");
        assertEquals("within_squash", project.revision("squash", "s:d", "--json").errorKind());
        done("upgrade");
        var result = project.revision("squash", "s:d", "--rev-id", "s2", "--json");
        assertEquals(0, result.exitCode(), result.out());

        done("upgrade");

        assertEquals(List.of("s2"), Fixtures.applied(project));
        assertEquals(0, project.migrate("check").exitCode(), project.migrate("check").out());
    }

    @Test
    void theSquashIsPrintedForTheDatabasesOwnProgram() {
        squashed("a:c");
        var script = project.migrate("upgrade", "--sql", "base:c").out();
        assertTrue(script.contains("INSERT INTO a VALUES (3)") && script.contains("'s'"), script);
        assertFalse(project.migrate("upgrade", "--sql", "c:d").out().contains("TABLE a"));
    }

    @Test
    void halfOfTheFolderIsRefused() {
        squashed("a:c", "--keep-files", "before");
        move(folder.resolve("before/b.sql"), folder.resolve("migrations/b.sql"));

        var result = project.migrate("upgrade", "--json");

        assertEquals("duplicate_id", result.errorKind());
        assertTrue(result.out().contains("replaces b, and migrations/b.sql is still there"), result.out());
    }

    @Test
    void whoAppliedTheOldScriptsSinceThePlanWasMadeIsNoticedUnderTheLock() {
        squashed("a:c", "--keep-files", "before");
        try (var ours = new restrack.apply.Project(Settings.load(Map.of(), Map.of(), folder), holders -> { })) {
            var state = ours.state();
            var steps = ours.planner().up(state.graph().revisions(), it -> ours.script(it, state));
            var plan = new Plan(ours, steps, List.of(), state, Set.of());
            done("upgrade", "c", "--dir", "before");
            try (var database = ours.open()) {
                var error = assertThrows(MigrateException.class, () -> plan.run(database, done -> { }));
                assertEquals(ErrorKind.BUSY, error.kind());
                assertTrue(error.getMessage().contains("a, b, c, which s replaces"), error.getMessage());
            }
        }
        assertEquals(List.of("1", "3"), project.query("SELECT n FROM a ORDER BY n"), "Nothing ran twice.");
    }

    @Test
    void aScriptOfAnotherBranchMayDependOnAPart() {
        project.file("x.sql",
                "-- revision: x\n-- revises: d\n-- depends-on: b\n\n-- migrate:up\nCREATE TABLE x (n);\n");
        squashed("a:c");

        done("upgrade");

        assertEquals(List.of("s", "d", "x"), Fixtures.applied(project));
        assertEquals(0, project.migrate("check").exitCode(), project.migrate("check").out());
    }
}
