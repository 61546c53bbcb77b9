package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.apply.Progress;
import restrack.apply.Project;
import restrack.apply.RunOptions;
import restrack.apply.Runner;
import restrack.config.Settings;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;
import restrack.history.History;

/** Somebody else commits at the worst moment: while the history is being read, right behind our own commit. */
class OvertakenTest {
    @TempDir
    Path folder;

    @Test
    void whoMissedARevisionMissedItsEventToo() throws Exception {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade", "a");
        var url = Settings.load(Map.of(), Map.of(), folder).url();
        int moments = 0;
        try (var database = Databases.dialect(url).open(url, new Access(Duration.ofSeconds(10), true, who -> { }))) {
            for (boolean happened = true; happened; moments++) {
                var countdown = new AtomicInteger(moments);
                var watched = at(database, countdown, () -> project.migrate("upgrade", "b"));

                var snapshot = new History(watched, "migrate_").read();

                happened = countdown.get() < 0;
                long newest = Long.parseLong(project.query("SELECT max(id) FROM migrate_event").get(0));
                assertTrue(snapshot.ids().contains("b") || snapshot.lastEvent() < newest || !happened,
                        "at moment " + moments + " the revision was missed and its event was not");
                assertEquals(0, project.migrate("downgrade", "a").exitCode());
            }
        }
        assertTrue(moments > 5, "something happened at " + moments + " moments only");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatHappensRightBehindACommitIsSeen(int commit) {
        var project = Fixtures.threeTables(folder);
        var countdown = new AtomicInteger(commit);
        var told = new ArrayList<String>();
        try (var plan = plan(project); var database = plan.open()) {
            var watched = watched(database, (call, before) -> {
                if (call.equals("commit") && !before && countdown.decrementAndGet() == 0) {
                    assertEquals(0, project.migrate("upgrade", "b").exitCode());
                }
            });

            upgrade(plan, watched, false, done -> told.add(done.revision().id()));
        }
        assertEquals(commit == 1 ? List.of("a", "c") : List.of("a", "b", "c"), told);
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @Test
    void noStatementOfAScriptWithoutATransactionRunsTwiceWhereverSomebodyElseOvertakes() {
        int begins = 0;
        for (boolean happened = true; happened;) {
            var project = project(folder.resolve("moment" + begins));
            var countdown = new AtomicInteger(begins++);
            try (var plan = plan(project); var database = plan.open()) {
                var watched = watched(database, (call, before) -> {
                    if (call.equals("begin") && before && countdown.getAndDecrement() == 0) {
                        assertEquals(0, project.migrate("upgrade", "--allow", "drop-data").exitCode());
                    }
                });

                upgrade(plan, watched, true, done -> { });
            }
            var moment = "before transaction " + begins;
            assertEquals(List.of("2"), project.query("SELECT n FROM sum"), moment);
            assertEquals(List.of("1", "2", "3"), project.query("SELECT n FROM a ORDER BY rowid"), moment);
            assertEquals(List.of(), project.query("SELECT * FROM migrate_journal"), moment);
            assertEquals(List.of("up a", "up b", "up c"),
                    project.query("SELECT operation || ' ' || subject FROM migrate_event ORDER BY id"), moment);
            happened = countdown.get() < 0;
        }
        assertTrue(begins > 6, begins + " transactions only");
    }

    private static tests.Project project(Path folder) {
        return new tests.Project(folder)
                .script("a", "", """
                        CREATE TABLE a (n INTEGER);
                        CREATE TABLE sum (n INTEGER);
                        INSERT INTO sum VALUES (0);""", "")
                .file("b.sql", """
                        -- revision: b
                        -- revises: a
                        -- migrate:up transaction:false
                        BEGIN;
                        UPDATE sum SET n = n + 1;
                        COMMIT;
                        INSERT INTO a VALUES (1);
                        VACUUM;
                        INSERT INTO a VALUES (2);
                        BEGIN;
                        UPDATE sum SET n = n + 1;
                        COMMIT;
                        BEGIN;
                        DELETE FROM a;
                        ROLLBACK;
                        """)
                .script("c", "b", "INSERT INTO a VALUES (3);", "");
    }

    private static Project plan(tests.Project project) {
        return new Project(Settings.load(Map.of(), Map.of(), project.folder()), holders -> { });
    }

    private static void upgrade(Project plan, Database watched, boolean share, Progress progress) {
        var state = plan.state();
        var steps = plan.planner().up(state.graph().revisions(), it -> plan.script(it, state));
        new Runner(watched, new History(watched, "migrate_"), new RunOptions(Set.of("drop-data"), share), progress)
                .run(steps, 0);
    }

    /** {@return a database that lets something happen before the call with this number} */
    private static Database at(Database database, AtomicInteger countdown, Runnable happening) {
        return watched(database, (call, before) -> {
            if (before && countdown.getAndDecrement() == 0) {
                happening.run();
            }
        });
    }

    /** {@return the database, whose every call is told before and after it is made} */
    private static Database watched(Database database, BiConsumer<String, Boolean> told) {
        return (Database) Proxy.newProxyInstance(Database.class.getClassLoader(), new Class<?>[] {Database.class},
                (proxy, method, arguments) -> {
                    told.accept(method.getName(), true);
                    var result = method.invoke(database, arguments);
                    told.accept(method.getName(), false);
                    return result;
                });
    }
}
