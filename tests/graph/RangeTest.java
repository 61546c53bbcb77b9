package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.graph.Graphs.fails;
import static tests.graph.Graphs.graph;
import static tests.graph.Graphs.ids;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.graph.Graph;
import restrack.graph.Plans;
import restrack.graph.Range;

/** Ranges for output as a script, where no database says what is applied. */
class RangeTest {
    private final Graph graph = graph("a1", "a2|a1", "a3|a2", "b1||a2");

    private String up(String text) {
        Range range = Range.ofUpgrade(graph, text);
        return ids(Plans.upgrade(graph, range.applied(), List.of(range.target())));
    }

    private String down(String text) {
        Range range = Range.ofDowngrade(graph, text);
        return ids(Plans.downgrade(graph, range.applied(), range.target()));
    }

    @Test
    void anUpgradeBeginsAtTheFirstEnd() {
        assertEquals("a2 a3", up("a1:a3"));
        assertEquals("a1 a2 a3", up("base:a3"));
        assertEquals("a1 a2", up(":a2"));
        assertEquals("a1 a2", up("a2"));
        assertEquals("a2", up("a1:+1"));
        fails(ErrorKind.MULTIPLE_HEADS, () -> up("a1:"));
    }

    @Test
    void theFirstEndIsAssumedWithWhatItDependsOn() {
        assertEquals(Set.of("a1", "a2", "b1"), Range.ofUpgrade(graph, "b1:heads").applied());
        assertEquals("a3", up("b1:heads"));
    }

    @Test
    void aDowngradeGoesFromTheFirstEndToTheSecond() {
        assertEquals("a3 a2", down("a3:a1"));
        assertEquals("a3", down("a3:-1"));
        assertEquals("a3 a2 a1", down("a3:base"));
        fails(ErrorKind.NOT_ANCESTOR, () -> down("a1:a3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", ":a1", "a3:", "a3:a2:a1"})
    void aDowngradeNeedsBothEnds(String text) {
        fails(ErrorKind.BAD_DOWNGRADE_TARGET, () -> down(text));
    }

    @Test
    void anUpgradeHasOneColonAtMost() {
        fails(ErrorKind.RANGE_NOT_ALLOWED, () -> up("a1:a2:a3"));
        fails(ErrorKind.UNKNOWN_REVISION, () -> up("zzz:a3"));
    }
}
