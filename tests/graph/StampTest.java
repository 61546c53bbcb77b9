package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.graph.Graphs.at;
import static tests.graph.Graphs.fails;
import static tests.graph.Graphs.graph;
import static tests.graph.Graphs.ids;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import restrack.ErrorKind;
import restrack.graph.Graph;
import restrack.graph.Plans;
import restrack.graph.Stamp;

/** What {@code stamp} records and forgets. */
class StampTest {
    /** b2 depends on a2. */
    private final Graph graph = graph("a1|||app", "a2|a1", "a3|a2", "b1|||blog", "b2|b1|a2", "b3|b2");

    private String stamp(Set<String> applied, String... targets) {
        return text(Plans.stamp(graph, applied, List.of(targets), false));
    }

    private static String text(Stamp stamp) {
        return "+" + ids(stamp.recorded()) + " -" + ids(stamp.forgotten());
    }

    @Test
    void aTargetIsRecordedWithItsAncestorsAndDependencies() {
        assertEquals("+a1 a2 b1 b2 -", stamp(Set.of(), "b2"));
        assertEquals("+a2 a3 -", stamp(at(graph, "a1"), "app@head"));
    }

    @Test
    void whatDescendsFromTheTargetIsForgottenAndOtherBranchesStay() {
        assertEquals("+ -a3", stamp(at(graph, "a3", "b3"), "a2"));
        assertEquals("+ -b3 b2", stamp(at(graph, "a3", "b3"), "b1"));
    }

    @Test
    void whatDependsOnSomethingForgottenIsForgottenToo() {
        assertEquals("+ -a3 b3 b2 a2", stamp(at(graph, "a3", "b3"), "a1"));
    }

    @Test
    void severalTargetsAreRecordedTogether() {
        assertEquals("+b1 a1 a2 -", stamp(Set.of(), "a2", "b1"));
        assertEquals("+a1 a2 b1 b2 b3 a3 -", stamp(Set.of(), "heads"));
        assertEquals("+ -a3", stamp(at(graph, "a3", "b2"), "a2", "b2"));
    }

    @Test
    void baseForgetsAllOrTheBranch() {
        assertEquals("+ -a3 b3 b2 b1 a2 a1", stamp(at(graph, "a3", "b3"), "base"));
        assertEquals("+ -b3 b2 b1", stamp(at(graph, "a3", "b3"), "blog@base"));
        assertEquals("+ -", stamp(Set.of(), "base"));
    }

    @Test
    void stepsCountFromWhatIsApplied() {
        assertEquals("+a2 -", stamp(at(graph, "a1"), "+1"));
        assertEquals("+ -a2", stamp(at(graph, "a2"), "-1"));
        assertEquals("+ -a1", stamp(at(graph, "a1"), "-1"));
    }

    @Test
    void purgeForgetsEverythingElse() {
        assertEquals("+ -a3 b3 b2 b1", text(Plans.stamp(graph, at(graph, "a3", "b3"), List.of("a2"), true)));
    }

    @Test
    void nothingChangesWhereTheRecordIsRightAlready() {
        assertTrue(Plans.stamp(graph, at(graph, "a2"), List.of("a2"), false).isEmpty());
    }

    @Test
    void errorsAreThoseOfTargets() {
        fails(ErrorKind.MULTIPLE_HEADS, () -> stamp(Set.of(), "head"));
        fails(ErrorKind.UNKNOWN_REVISION, () -> stamp(Set.of(), "zzz"));
        fails(ErrorKind.NO_SUCH_BRANCH, () -> stamp(Set.of(), "nope@base"));
    }
}
