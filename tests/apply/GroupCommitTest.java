package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.MigrateException;
import restrack.apply.Done;
import restrack.apply.Progress;
import restrack.apply.Project;
import restrack.apply.RunOptions;
import restrack.apply.Runner;
import restrack.config.Settings;
import restrack.graph.Plans;

/** Scripts that share a transaction: nobody can tell from the outcome. */
class GroupCommitTest {
    private static final int FOLDERS = 250;

    @TempDir
    Path folder;

    /** How a run ended: what it told, and its error. */
    private record End(List<String> told, String error) {
    }

    @Test
    void sharedTransactionsEndAsSingleOnesDo() throws IOException {
        long first = new Random().nextLong();
        int failed = 0;
        for (int i = 0; i < FOLDERS; i++) {
            long seed = first + i;
            var place = folder.resolve("folder" + i);
            write(place, new RandomScripts(seed).folder());

            var single = run(place, "single.db", false, done -> { });
            var shared = run(place, "shared.db", true, done -> { });

            var which = "seed " + seed + ": " + single.error();
            assertEquals(single, shared, which);
            assertEquals(Dump.of(place.resolve("single.db")), Dump.of(place.resolve("shared.db")), which);
            failed += single.error().isEmpty() ? 0 : 1;
        }
        assertTrue(failed > FOLDERS / 10 && failed < FOLDERS * 9 / 10, failed + " failed, seed " + first);
    }

    @Test
    void scriptsReallyShareATransaction() throws IOException {
        write(folder, Map.of("1.sql", "CREATE TABLE a (n);", "2.sql", "CREATE TABLE b (n);", "3.sql",
                "INSERT INTO a VALUES (1);", "4.sql", "CREATE INDEX i ON a (n);"));

        run(folder, "shared.db", true, done -> { });
        run(folder, "single.db", false, done -> { });

        assertEquals(1, commits("shared.db"));
        assertEquals(4, commits("single.db"));
    }

    @Test
    void aScriptIsToldOfOnceItIsCommitted() throws IOException {
        write(folder, Map.of("1.sql", "CREATE TABLE a (n);", "2.sql", "CREATE TABLE b (n);", "3.sql", "OOPS;"));
        var seen = new ArrayList<String>();

        run(folder, "shared.db", true, done -> seen.add(done.revision().id() + Dump.of(folder.resolve("shared.db"))
                .contains("migrate_revision: String<" + done.revision().id() + ">")));

        assertEquals(List.of("1true", "2true"), seen);
    }

    @Test
    void aLaterScriptCannotMendWhatAnEarlierOneBroke() throws IOException {
        write(folder, Map.of("1.sql", """
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                """, "2.sql", "INSERT INTO child VALUES (7);", "3.sql", "INSERT INTO parent VALUES (7);"));

        var end = run(folder, "shared.db", true, done -> { });

        assertEquals(List.of("up 1"), end.told());
        assertTrue(end.error().contains("migrations/2.sql"), end.error());
    }

    @Test
    void noStatementRunsOnceItsTransactionHasEnded() throws IOException {
        write(folder, Map.of("1.sql", """
                CREATE TABLE item (n INTEGER UNIQUE ON CONFLICT ROLLBACK);
                INSERT INTO item VALUES (1);
                """, "2.sql", "CREATE TABLE b (n);", "3.sql", """
                INSERT INTO item VALUES (1);
                INSERT INTO item VALUES (99);
                """));

        var end = run(folder, "shared.db", true, done -> { });

        assertEquals(List.of("up 1", "up 2"), end.told());
        assertTrue(!Dump.of(folder.resolve("shared.db")).contains("<99>"));
    }

    @Test
    void aJavaScriptThatFailsRunsOnce() throws IOException {
        var runs = folder.resolve("runs.txt");
        write(folder, Map.of("1.sql", "CREATE TABLE a (n);", "2.java", """
                import java.nio.file.*;
                class Counts implements Migration {
                    public void up(Op op) throws Exception {
                        Files.writeString(Path.of("%s"), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        throw new IllegalStateException("on purpose");
                    }
                }
                """.formatted(runs.toString().replace("\\", "\\\\"))));

        var end = run(folder, "shared.db", true, done -> { });

        assertEquals(List.of("up 1"), end.told());
        assertEquals("x", Files.readString(runs));
    }

    private static void write(Path place, Map<String, String> scripts) throws IOException {
        var migrations = Files.createDirectories(place.resolve("migrations"));
        for (var script : scripts.entrySet()) {
            Files.writeString(migrations.resolve(script.getKey()), script.getValue());
        }
    }

    private static End run(Path place, String name, boolean share, Progress also) {
        var told = new ArrayList<String>();
        Progress progress = done -> {
            told.add(line(done));
            also.done(done);
        };
        var settings = Settings.load(Map.of("url", "jdbc:sqlite:" + name + "?synchronous=OFF"), Map.of(), place);
        try (var project = new Project(settings, holders -> { }); var database = project.open()) {
            var state = project.state();
            var revisions = Plans.upgrade(state.graph(), state.applied(), List.of("head"));
            var steps = project.planner().up(revisions, it -> project.script(it, state));
            var runner = new Runner(database, project.history(database), new RunOptions(Set.of(), share), progress);
            var error = "";
            try {
                runner.run(steps, state.snapshot().lastEvent());
            } catch (MigrateException e) {
                error = e.kind() + " " + e.getMessage().replace(name, "NAME") + " " + e.hint();
            }
            return new End(told, error);
        }
    }

    private static String line(Done done) {
        return done.operation() + " " + done.revision().id();
    }

    /** SQLite counts the transactions that changed a file (SQLite documentation, "Database File Format", 1.3.5). */
    private int commits(String name) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).getInt(24);
    }
}
