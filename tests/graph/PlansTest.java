package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.graph.Graphs.at;
import static tests.graph.Graphs.fails;
import static tests.graph.Graphs.graph;
import static tests.graph.Graphs.ids;
import static tests.graph.Graphs.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import restrack.ErrorKind;
import restrack.graph.Graph;
import restrack.graph.Plans;

/** Which revisions an upgrade or a downgrade runs, and in which order. */
class PlansTest {
    private final Graph chain = graph("a1", "a2|a1", "a3|a2");

    /** b2 depends on a2. */
    private final Graph linked = graph("a1|||app", "a2|a1", "a3|a2", "b1|||blog", "b2|b1|a2", "b3|b2");

    private static String up(Graph graph, Set<String> applied, String... targets) {
        return ids(Plans.upgrade(graph, applied, List.of(targets)));
    }

    private static String down(Graph graph, Set<String> applied, String target) {
        return ids(Plans.downgrade(graph, applied, target));
    }

    @Test
    void anUpgradeRunsWhatIsMissing() {
        assertEquals("a1 a2 a3", up(chain, Set.of(), "head"));
        assertEquals("a2 a3", up(chain, at(chain, "a1"), "head"));
        assertEquals("a2", up(chain, at(chain, "a1"), "+1"));
        assertEquals("a1 a2", up(chain, Set.of(), "+2"));
    }

    @Test
    void anUpgradeToWhatIsAppliedHasNothingToDo() {
        assertEquals("", up(chain, at(chain, "a3"), "head"));
        assertEquals("", up(chain, at(chain, "a3"), "a1"));
        assertEquals("", up(chain, at(chain, "a2"), "base"));
        assertEquals("", up(chain, Set.of(), "base"));
        assertEquals("", up(graph(), Set.of(), "head"));
    }

    @Test
    void dependenciesComeFirst() {
        assertEquals("a1 a2 b1 b2 b3", up(linked, Set.of(), "blog@head"));
        assertEquals("a1 a2 b1 b2 b3 a3", up(linked, Set.of(), "heads"));
    }

    @Test
    void stepsOnABranchCountTheBranchAndDependenciesComeOnTop() {
        assertEquals("a1 a2 b2", up(linked, at(linked, "b1"), "blog@+1"));
        assertEquals("b1", up(linked, at(linked, "a1"), "blog@+1"));
        assertEquals("b3", up(linked, at(linked, "b2"), "blog@+1"));
    }

    @Test
    void stepsFromSeveralCurrentRevisionsAreAmbiguous() {
        var error = fails(ErrorKind.AMBIGUOUS_UPGRADE, () -> up(linked, at(linked, "a3", "b1"), "+1"));
        assertTrue(error.getMessage().contains("a3, b1"), error.getMessage());
        fails(ErrorKind.AMBIGUOUS_WALK, () -> down(linked, at(linked, "a3", "b1"), "-1"));
    }

    @Test
    void severalHeadsHaveToBeToldApart() {
        fails(ErrorKind.MULTIPLE_HEADS, () -> up(linked, Set.of(), "head"));
        assertEquals("a1 a2 a3", up(linked, Set.of(), "app@head"));
        assertEquals("b1 a1", up(linked, Set.of(), "a1", "b1"), "later branches run first, as in Alembic");
    }

    @Test
    void aTargetBelowAnotherTargetOverlaps() {
        fails(ErrorKind.OVERLAP, () -> up(chain, Set.of(), "a1", "a3"));
        fails(ErrorKind.OVERLAP, () -> up(linked, Set.of(), "b2", "a1"));
        assertEquals("a1", up(chain, Set.of(), "a1", "a1"));
    }

    @Test
    void wrongDirectionsAreOutOfRange() {
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> up(chain, at(chain, "a2"), "-1"));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> down(chain, at(chain, "a2"), "+1"));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> up(chain, at(chain, "a2"), "+0"));
    }

    @Test
    void aRangeNeedsAScriptAsOutput() {
        fails(ErrorKind.RANGE_NOT_ALLOWED, () -> up(chain, Set.of(), "a1:a2"));
        fails(ErrorKind.RANGE_NOT_ALLOWED, () -> down(chain, at(chain, "a2"), "a2:a1"));
        fails(ErrorKind.RANGE_NOT_ALLOWED, () -> Plans.stamp(chain, Set.of(), List.of("a1:a2"), false));
    }

    @Test
    void aScriptThatAppearsBelowIsPendingLikeAnyOther() {
        assertEquals("a1", up(chain, Set.of("a2", "a3"), "head"));
        Graph longer = graph("a1", "a2|a1", "a3|a2", "a4|a3", "a5|a4");
        assertEquals("a1 a3 a5", up(longer, Set.of("a2", "a4"), "head"));
        assertEquals("a1", up(longer, Set.of("a2", "a4"), "a2"));
        Graph merged = graph("a", "b|a", "c|a", "d|b,c", "e|d");
        assertEquals("a c e", up(merged, Set.of("b", "d"), "head"));
    }

    @Test
    void aDowngradeAcrossAGapTakesWhatIsThere() {
        Graph longer = graph("a1", "a2|a1", "a3|a2", "a4|a3");
        assertEquals("a4 a2", down(longer, Set.of("a2", "a4"), "base"));
        assertEquals("a4", down(longer, Set.of("a1", "a2", "a4"), "a2"));
    }

    @Test
    void aDowngradeTakesBackTheNewestFirst() {
        Set<String> all = at(chain, "a3");
        assertEquals("a3 a2 a1", down(chain, all, "base"));
        assertEquals("a3", down(chain, all, "-1"));
        assertEquals("a3 a2", down(chain, all, "a1"));
        assertEquals("a3 a2", down(chain, all, "head-2"));
        assertEquals("a3 a2 a1", down(chain, all, "-3"));
    }

    @Test
    void aDowngradeWithNothingAboveHasNothingToDo() {
        assertEquals("", down(chain, Set.of(), "base"));
        assertEquals("", down(chain, at(chain, "a2"), "a2"));
        assertEquals("", down(chain, at(chain, "a3"), "head"));
        assertEquals("", down(linked, at(linked, "b2"), "a2"), "a2 is applied, if only because b2 needs it");
    }

    @Test
    void aDowngradeToWhatIsNotAppliedIsRefused() {
        fails(ErrorKind.NOT_ANCESTOR, () -> down(chain, at(chain, "a1"), "a3"));
        fails(ErrorKind.NOT_ANCESTOR, () -> down(chain, at(chain, "a1"), "head"));
        fails(ErrorKind.MULTIPLE_HEADS, () -> down(linked, at(linked, "b1"), "heads"));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> down(chain, at(chain, "a2"), "-3"));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> down(chain, Set.of(), "-1"));
        fails(ErrorKind.WALKED_TOO_FAR, () -> down(chain, at(chain, "a2"), "a2-3"));
    }

    @Test
    void downgradingADependencyTakesItsDependents() {
        assertEquals("a3 b3 b2 a2", down(linked, at(linked, "a3", "b3"), "a1"));
        assertEquals("a3 b3 b2 a2 a1", down(linked, at(linked, "a3", "b3"), "app@base"));
    }

    @Test
    void downgradingTheDependentLeavesTheDependency() {
        Set<String> applied = at(linked, "b3");
        assertEquals("b3 b2", down(linked, applied, "b1"));
        assertEquals("b3 b2 b1", down(linked, applied, "blog@base"));
        Set<String> left = new HashSet<>(applied);
        left.removeAll(List.of("b3", "b2", "b1"));
        assertEquals(Set.of("a2"), linked.current(left));
    }

    @Test
    void anIdNamesABranchAsWell() {
        Graph two = graph("a1", "a2|a1", "b1", "b2|b1");
        assertEquals("b2 b1", down(two, at(two, "a2", "b2"), "b2@base"));
        assertEquals("a2 a1", down(two, at(two, "a2", "b2"), "a1@base"));
    }

    @Test
    void aBranchBelowABranchPointGoesAlone() {
        Graph split = graph("a", "b|a||left", "c|a||right");
        assertEquals("b", down(split, at(split, "b", "c"), "left@a"));
        assertEquals("b", down(split, at(split, "b", "c"), "left@-1"));
        fails(ErrorKind.BAD_DOWNGRADE_TARGET, () -> down(graph("a|||all", "b|a", "c|a"), Set.of("a", "b"), "all@a"));
    }

    @Test
    void tenThousandRevisionsInAChainDoNotOverflow() {
        Graph deep = Graph.of(IntStream.range(0, 10_000)
                .mapToObj(i -> revision("r" + i + "|" + (i == 0 ? "" : "r" + (i - 1)) + "||" + (i == 5 ? "lab" : "")))
                .toList());
        Set<String> all = at(deep, "r9999");
        assertEquals(10_000, Plans.upgrade(deep, Set.of(), List.of("lab@head")).size());
        assertEquals("r9999", Plans.downgrade(deep, all, "base").get(0).id());
        assertEquals(10_000, Plans.history(deep, all, "-9998:").size() + 1);
        assertEquals(Set.of("lab"), deep.labels("r0"));
    }
}
