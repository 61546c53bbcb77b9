package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.graph.Graphs.at;
import static tests.graph.Graphs.fails;
import static tests.graph.Graphs.graph;
import static tests.graph.Graphs.ids;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.graph.Graph;
import restrack.graph.Plans;

/** Which revisions {@code history} lists. */
class HistoryTest {
    private final Graph chain = graph("a1", "a2|a1", "a3|a2", "a4|a3", "a5|a4");

    @ParameterizedTest
    @CsvSource({"a2:a4,a4 a3 a2", "a4:,a5 a4", ":a2,a2 a1", ":,a5 a4 a3 a2 a1", "current:,a5 a4 a3",
            ":current,a3 a2 a1", "-1:current,a3 a2", "-2:,a5 a4 a3", "current:+1,a4 a3", "-1:+1,a4 a3 a2",
            "a2:+2,a4 a3 a2", "-9:current,a3 a2 a1", "current:+9,a5 a4 a3", "a4-1:a4,a4 a3", "base:base,''",
            "a3:a3,a3"})
    void rangesIncludeBothEnds(String range, String ids) {
        assertEquals(ids, ids(Plans.history(chain, at(chain, "a3"), range)));
    }

    @Test
    void withoutARangeEverythingIsListedNewestFirst() {
        assertEquals("a5 a4 a3 a2 a1", ids(Plans.history(chain, Set.of(), null)));
        assertEquals("", ids(Plans.history(graph(), Set.of(), null)));
    }

    @Test
    void aBranchIsListedByItself() {
        Graph two = graph("a1|||app", "a2|a1", "b1|||blog", "b2|b1");
        assertEquals("a2 a1", ids(Plans.history(two, Set.of(), "app@base:app@head")));
        assertEquals("a2 a1", ids(Plans.history(two, Set.of(), "app@base:")));
        assertEquals("b2 b1", ids(Plans.history(two, Set.of(), "b1:")));
    }

    @Test
    void dependenciesAreOutsideOfARangeThatBeginsAtARevision() {
        Graph linked = graph("a1", "b1", "b2|b1|a1", "b3|b2");
        assertEquals("b3 b2", ids(Plans.history(linked, Set.of(), "b2:b3")));
        assertEquals("b3 b2 b1 a1", ids(Plans.history(linked, Set.of(), ":b3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "", "a1:a2:a3"})
    void whatIsNoRangeIsRefused(String range) {
        fails(ErrorKind.BAD_HISTORY_RANGE, () -> Plans.history(chain, Set.of(), range));
    }

    @Test
    void theLowerEndHasToComeFirst() {
        fails(ErrorKind.NOT_ANCESTOR, () -> Plans.history(chain, Set.of(), "a4:a2"));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> Plans.history(chain, at(chain, "a3"), ":-1"));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> Plans.history(chain, at(chain, "a3"), "+1:"));
    }
}
