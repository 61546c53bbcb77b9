package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.cli.Main;
import restrack.sql.Statements;
import tests.Project;

/** A run of {@code migrate upgrade} that is killed among changes of tables: the next one ends as if it had not been. */
@Tag("torture")
class KilledUpgradeTest {
    private static final int KILLS = 10;
    /** Runs statement by statement. */
    private static final List<String> STEPS = List.of(
            "ALTER TABLE item ALTER COLUMN size TYPE TEXT",
            "INSERT INTO log SELECT 'text: ' || count(*) FROM item WHERE typeof(size) = 'text'",
            "ALTER TABLE item DROP STRICT, ADD CONSTRAINT item_low CHECK (amount < 100)");

    @TempDir
    Path folder;

    /** What {@code migrate.java} does. */
    static final class Upgrade {
        private Upgrade() {
        }

        public static void main(String... arguments) {
            Main.migrate(arguments);
        }
    }

    private static Project project(Path folder) {
        return new Project(folder).file("/data/.keep", "")
                .script("a", "", KilledDatabase.SCRIPT, "")
                .script("b", "a", """
                        ALTER TABLE item ALTER COLUMN size TYPE TEXT, ALTER COLUMN amount TYPE BIGINT;
                        UPDATE item SET size = size || 'mm' WHERE size IS NOT NULL AND id % 7 = 0;
                        ALTER TABLE item ADD CONSTRAINT item_once UNIQUE (code, id);
                        INSERT INTO item (code) VALUES ('one more');
                        ALTER TABLE item RENAME COLUMN note TO remark;""", "")
                .script("c", "b", """
                        ALTER TABLE label SET WITHOUT ROWID;
                        DELETE FROM item WHERE id BETWEEN 100 AND 300;
                        ALTER TABLE label DROP COLUMN item CASCADE;
                        CREATE INDEX item_remark ON item (remark);""", "")
                .script("d", "c", """
                        ALTER TABLE item ALTER COLUMN size TYPE INTEGER USING CAST(size AS INTEGER);
                        ALTER TABLE item ALTER COLUMN amount TYPE INT, SET STRICT;
                        ALTER TABLE item ADD COLUMN made TEXT NOT NULL DEFAULT (upper('now'));""", "")
                .file("e.sql", "-- revision: e\n-- revises: d\n-- migrate:up transaction:false\n"
                        + String.join(";\n", STEPS) + ";\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void afterAKillTheNextRunEndsAsIfNothingHadHappened(String journalMode) throws SQLException {
        var undisturbed = project(folder.resolve("undisturbed"));
        undisturbed.execute("PRAGMA journal_mode = " + journalMode);
        var states = states(undisturbed);
        long takes = nanoseconds(undisturbed);
        long seed = new Random().nextLong();
        var amidst = new AtomicInteger();
        var traces = new AtomicInteger();

        IntStream.range(0, KILLS).parallel().forEach(i -> {
            var project = project(folder.resolve("killed" + i));
            KilledDatabase.copy(folder.resolve("a.db"), project.database());
            long delay = new Random(seed + i).nextLong(takes);
            try (var process = start(project)) {
                process.killAfter(delay);
            }
            traces.addAndGet(KilledTraces.of(project.database()) ? 1 : 0);
            var how = "killed after %d of %d ns, seed %d".formatted(delay, takes, seed + i);

            var state = KilledState.of(project.database());

            amidst.addAndGet(state.equals(states.get(states.size() - 1)) ? 0 : 1);
            assertTrue(states.contains(state), () -> how + "\n" + states.stream().map(state::difference).toList());
            var next = project.migrate("upgrade", "--allow", "drop-data");
            assertEquals(0, next.exitCode(), how + ": " + next.err());
            assertEquals("", KilledState.of(project.database()).difference(states.get(states.size() - 1)), how);
        });

        var counted = "%s of %d came in time, %s left traces; seed %d".formatted(amidst, KILLS, traces, seed);
        assertTrue(amidst.get() > KILLS / 4, counted);
    }

    /** {@return what the database holds after each script, and after each statement of the last} */
    private List<KilledState> states(Project project) throws SQLException {
        var states = new ArrayList<KilledState>();
        for (var revision : List.of("a", "b", "c", "d")) {
            upgrade(project, revision);
            states.add(KilledState.of(project.database()));
            KilledDatabase.copy(project.database(), folder.resolve(revision + ".db"));
        }
        try (var database = KilledDatabase.open(KilledDatabase.copy(folder.resolve("d.db"),
                folder.resolve("steps.db")))) {
            for (var step : STEPS) {
                KilledDatabase.change(database, Statements.of(step, database.dialect().syntax()).get(0));
                states.add(KilledState.of(folder.resolve("steps.db")));
            }
        }
        upgrade(project, "e");
        states.add(KilledState.of(project.database()));
        states.forEach(it -> assertTrue(it.sound(), () -> it.lines().toString()));
        return states;
    }

    private static KilledProcess start(Project project) {
        return KilledProcess.start(Upgrade.class, project.folder(), "upgrade", "--allow", "drop-data")
                .await("Database:");
    }

    private static void upgrade(Project project, String revision) {
        var result = project.migrate("upgrade", revision, "--allow", "drop-data");
        assertEquals(0, result.exitCode(), result.err());
    }

    /** {@return how long a run takes that nobody disturbs} */
    private long nanoseconds(Project undisturbed) {
        var project = project(folder.resolve("timed"));
        KilledDatabase.copy(folder.resolve("a.db"), project.database());
        try (var process = start(project)) {
            long start = System.nanoTime();
            assertEquals(0, process.end());
            long takes = System.nanoTime() - start;
            assertEquals("", KilledState.of(project.database()).difference(KilledState.of(undisturbed.database())));
            return takes;
        }
    }
}
