package tests.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import restrack.apply.Advance;
import restrack.cli.BatchLines;

/** What is said of batches that take long, where there is no terminal. */
class ProgressTest {
    private final List<String> said = new ArrayList<>();
    private long seconds;
    private final BatchLines lines = new BatchLines(said::add, () -> TimeUnit.SECONDS.toNanos(seconds));

    private void at(long second, String place, long rows, long earlier) {
        seconds = second;
        lines.show(new Advance(place, "item", rows, 30_000, earlier));
    }

    @Test
    void aLineEveryFiveSecondsWithRateAndTimeLeft() {
        at(100, "b.sql:5", 0, 0);
        at(102, "b.sql:5", 4_000, 0);
        at(105, "b.sql:5", 10_000, 0);
        at(107, "b.sql:5", 14_000, 0);
        at(110, "b.sql:5", 20_000, 0);
        assertEquals(List.of("b.sql:5: item, 10,000 of 30,000 rows (33 %), 2,000 rows/s, 10 s left",
                "b.sql:5: item, 20,000 of 30,000 rows (66 %), 2,000 rows/s, 5 s left"), said);
    }

    @Test
    void theRateIsThatOfThisRunAndOfThisStatement() {
        at(0, "b.sql:5", 0, 0);
        at(3, "b.sql:5", 30_000, 0);
        at(4, "b.sql:9", 20_000, 20_000);
        at(14, "b.sql:9", 20_100, 20_000);
        assertEquals(List.of("b.sql:9: item, 20,100 of 30,000 rows (67 %), 10 rows/s, 16 min left"), said);
    }
}
