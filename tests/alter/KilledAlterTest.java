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
import org.junit.jupiter.params.provider.CsvSource;
import restrack.database.TableChange;
import restrack.database.Way;
import restrack.sql.Statement;

/**
 * A process that is killed while it changes a table: the change has happened or it has not, and can be repeated. Half
 * of the kills come at any time, half of them soon after the process has begun to write.
 */
@Tag("torture")
class KilledAlterTest {
    private static final int KILLS = 20;
    /** The first change of a process loads classes; so much of its time holds about two of those that follow. */
    private static final double MORE = 0.4;
    /** What is left of that when it has begun to write. */
    private static final double MOMENT = 0.025;
    private static final int FEW_PAGES = 10;
    private static final int SQLITE_DEFAULT = -2000;

    @TempDir
    Path folder;

    /**
     * A database at one place of the cycle.
     *
     * @param file  a copy of it
     * @param state what it holds
     * @param next  the statement that leads on
     * @param way   how that one is done
     */
    private record Place(Path file, KilledState state, Statement next, Way way) {
    }

    /** Where the kills met the process. */
    private record Hits(AtomicInteger inTransaction, AtomicInteger inThisWay, AtomicInteger withTraces) {
    }

    @ParameterizedTest
    @CsvSource({"NATIVE, delete", "NATIVE, wal", "IN_PLACE, delete", "IN_PLACE, wal", "REBUILD, delete",
        "REBUILD, wal"})
    void aChangeThatIsKilledHasHappenedOrNot(Way way, String journalMode) throws SQLException {
        var places = places(way, journalMode);
        var hits = new Hits(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        long seed = new Random().nextLong();

        IntStream.range(0, KILLS).parallel().forEach(i -> kill(way, places, seed + i, hits));

        var counted = "%s of %d were in a transaction, %s of these of this way, %s left traces; seed %d".formatted(
                hits.inTransaction, KILLS, hits.inThisWay, hits.withTraces, seed);
        assertTrue(hits.inTransaction.get() >= KILLS / 2, counted);
        assertTrue(hits.inThisWay.get() >= KILLS / 4, counted);
        // A small change waits in memory for its commit, and is in a log without one for a moment only.
        int atLeast = journalMode.equals("delete") ? KILLS / 8 : way == Way.REBUILD ? 1 : 0;
        assertTrue(hits.withTraces.get() >= atLeast, counted);
    }

    /** Goes once around to where the cycle closes, whatever the spelling it began with, then once to look. */
    private List<Place> places(Way way, String journalMode) throws SQLException {
        var file = folder.resolve("undisturbed.db");
        KilledDatabase.create(file, journalMode);
        var cycle = KilledDatabase.cycle(way);
        for (var statement : cycle) {
            change(file, statement);
        }
        var places = new ArrayList<Place>();
        for (var statement : cycle) {
            var state = KilledState.of(file);
            assertTrue(state.sound(), statement.text());
            var copy = KilledDatabase.copy(file, folder.resolve("place" + places.size() + ".db"));
            places.add(new Place(copy, state, statement, change(file, statement)));
        }
        assertEquals("", KilledState.of(file).difference(places.get(0).state()), "The cycle does not close.");
        return places;
    }

    /** {@return how it was done} */
    private static Way change(Path file, Statement statement) throws SQLException {
        try (var database = KilledDatabase.open(file)) {
            var way = database.changes(statement).stream().findFirst().map(TableChange::way).orElse(Way.NATIVE);
            KilledDatabase.change(database, statement);
            return way;
        }
    }

    private void kill(Way way, List<Place> places, long seed, Hits hits) {
        var random = new Random(seed);
        int first = random.nextInt(places.size());
        var file = KilledDatabase.copy(places.get(first).file(), folder.resolve("killed" + seed + ".db"));
        var end = startAndKill(file, way, first, random);
        var how = "seed " + seed + ", " + end.said();
        assertTrue(end.killed(), how);
        assertTrue(end.said().stream().allMatch(it -> it.matches("(begun|done) \\d+")), how);
        var last = end.said().get(end.said().size() - 1).split(" ");
        boolean begun = last[0].equals("begun");
        int done = Integer.parseInt(last[1]) + (begun ? 0 : 1);
        var before = places.get(done % places.size());
        var after = places.get((done + 1) % places.size());
        boolean traces = KilledTraces.of(file);
        count(begun, before.way() == way, traces, hits);

        var state = KilledState.of(file);

        assertTrue(state.equals(before.state()) || begun && !traces && state.equals(after.state()),
                () -> how + "\nnot before: " + state.difference(before.state())
                        + "\nnot after: " + state.difference(after.state()));
        int next = state.equals(before.state()) ? done : done + 1;
        changeAgain(file, places.get(next % places.size()), how);
        assertEquals("", KilledState.of(file).difference(places.get((next + 1) % places.size()).state()), how);
    }

    private static KilledProcess.End startAndKill(Path file, Way way, int first, Random random) {
        int pages = random.nextInt(3) > 0 ? FEW_PAGES : SQLITE_DEFAULT;
        try (var process = KilledProcess.start(KilledAlteration.class, file.getParent(), file.toString(), way.name(),
                Integer.toString(first), Integer.toString(pages)).await("begun")) {
            long start = System.nanoTime();
            process.await("done");
            double longest = MORE * (System.nanoTime() - start);
            if (random.nextBoolean()) {
                KilledTraces.awaitWriting(file);
                longest *= MOMENT;
            }
            return process.killAfter((long) (random.nextDouble() * longest));
        }
    }

    private static void count(boolean begun, boolean thisWay, boolean traces, Hits hits) {
        hits.inTransaction.addAndGet(begun ? 1 : 0);
        hits.inThisWay.addAndGet(begun && thisWay ? 1 : 0);
        hits.withTraces.addAndGet(traces ? 1 : 0);
    }

    private static void changeAgain(Path file, Place place, String how) {
        try (var database = KilledDatabase.open(file)) {
            KilledDatabase.change(database, place.next());
        } catch (SQLException e) {
            throw new AssertionError(how, e);
        }
    }
}
