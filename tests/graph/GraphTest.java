package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.graph.Graphs.at;
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

/** What makes a graph, and what one can ask it. */
class GraphTest {
    /** Two branches from one base, merged; a base of its own that needs one of them. */
    private final Graph shop = graph("base1", "cart|base1||basket", "till|base1", "cart2|cart", "merged|cart2,till",
            "mail||cart|letters", "mail2|mail");

    @Test
    void anEmptyFolderIsAnEmptyGraph() {
        Graph empty = graph();
        assertEquals(List.of(), empty.revisions());
        assertEquals(List.of(), empty.heads());
        assertEquals(List.of(), empty.bases());
    }

    @Test
    void headsAndBasesAreInTheOrderOfTheFolder() {
        assertEquals("merged mail2", ids(shop.heads()));
        assertEquals("base1 mail", ids(shop.bases()));
    }

    @Test
    void aHeadThatAnotherBranchDependsOnIsStillAHead() {
        assertEquals("a1 b1", ids(graph("a1", "b1||a1").heads()));
    }

    @Test
    void revisionsComeBeforeWhatNeedsThemWhateverTheOrderOfTheFolder() {
        assertEquals("a b c d", ids(graph("d|c", "b|a", "a", "c|b").revisions()));
        assertEquals("b a", ids(graph("a||b", "b").revisions()));
    }

    @Test
    void branchAndMergePointsAreSeen() {
        assertTrue(shop.isBranchPoint("base1"));
        assertFalse(shop.isBranchPoint("cart"), "a dependent is no branch");
        assertTrue(shop.isMergePoint("merged"));
        assertFalse(shop.isMergePoint("mail"), "a dependency is no parent");
        assertEquals("cart till", ids(shop.children("base1")));
    }

    @Test
    void ancestorsAndDescendantsFollowDependenciesWhenAsked() {
        assertEquals(Set.of("mail", "mail2"), shop.ancestors(List.of("mail2"), false));
        assertEquals(Set.of("mail", "mail2", "cart", "base1"), shop.ancestors(List.of("mail2"), true));
        assertEquals(Set.of("cart", "cart2", "merged"), shop.descendants(List.of("cart"), false));
        assertEquals(Set.of("cart", "cart2", "merged", "mail", "mail2"), shop.descendants(List.of("cart"), true));
    }

    @Test
    void currentIsTheNewestOfEachBranchAndTipsLeaveOutWhatIsNeeded() {
        Set<String> applied = at(shop, "mail2");
        assertEquals(Set.of("cart", "mail2"), shop.current(applied));
        assertEquals(Set.of("mail2"), shop.tips(applied));
        assertEquals(Set.of(), shop.current(Set.of()));
    }

    @Test
    void idsThatTheFolderDoesNotKnowArePassedOver() {
        assertEquals(Set.of("base1"), shop.current(Set.of("base1", "gone")));
    }

    @Test
    void aLabelReachesDescendantsAndAncestorsUpToTheBranchPoint() {
        Graph graph = graph("a", "b|a", "c|a", "b2|b", "b3|b2||lab", "b4|b3");
        assertEquals(Set.of(), graph.labels("a"));
        assertEquals(Set.of("lab"), graph.labels("b"));
        assertEquals(Set.of("lab"), graph.labels("b4"));
        assertEquals(Set.of(), graph.labels("c"));
    }

    @Test
    void aLabelBelowASplitStaysAboveWhereItIsGiven() {
        Graph graph = graph("a", "b|a||lab", "c|b", "d|b");
        assertEquals(Set.of(), graph.labels("a"));
        assertEquals(Set.of("lab"), graph.labels("d"));
    }

    @Test
    void aDependencyMayNameALabel() {
        Graph graph = graph("a|||lab", "b||lab");
        assertEquals(List.of("a"), graph.dependencies("b"));
        assertEquals("a b", ids(graph.revisions()));
    }

    @Test
    void twoScriptsWithOneIdAreRefused() {
        assertTrue(fails(ErrorKind.DUPLICATE_ID, () -> graph("a", "b|a", "a")).getMessage().contains("'a'"));
    }

    @Test
    void aParentOrDependencyThatIsNotThereIsNamedWithItsChild() {
        var parent = fails(ErrorKind.UNKNOWN_PARENT, () -> graph("a", "b|gone"));
        assertTrue(parent.getMessage().contains("b revises 'gone'"), parent.getMessage());
        var dependency = fails(ErrorKind.UNKNOWN_PARENT, () -> graph("a", "b|a|gone"));
        assertTrue(dependency.getMessage().contains("b depends on 'gone'"), dependency.getMessage());
    }

    @Test
    void loopsAreRefusedAndTheirRevisionsNamed() {
        fails(ErrorKind.SELF_LOOP, () -> graph("a|a"));
        fails(ErrorKind.DEPENDENCY_SELF_LOOP, () -> graph("a||a"));
        fails(ErrorKind.DEPENDENCY_SELF_LOOP, () -> graph("a||lab|lab"));
        var cycle = fails(ErrorKind.CYCLE, () -> graph("a", "b|a,d", "c|b", "d|c", "e|d"));
        assertTrue(cycle.getMessage().endsWith("b -> c -> d -> b."), cycle.getMessage());
        var dependencies = fails(ErrorKind.DEPENDENCY_CYCLE, () -> graph("a||c", "b|a", "c|b", "d"));
        assertTrue(dependencies.getMessage().matches(".*: (a -> b -> c -> a|b -> c -> a -> b|c -> a -> b -> c)\\."),
                dependencies.getMessage());
    }

    @Test
    void labelsClashWithLabelsAndIds() {
        fails(ErrorKind.LABEL_CLASH, () -> graph("a|||lab", "b|a||lab"));
        fails(ErrorKind.LABEL_CLASH, () -> graph("a|||b", "b|a"));
        fails(ErrorKind.LABEL_CLASH, () -> graph("a|||a"));
        fails(ErrorKind.LABEL_CLASH, () -> graph("a|||lab,lab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a-b", "a+b", "a:b", "a b", "a\tb", "head", "heads", "base", "current", ""})
    void namesThatTargetsCouldNotTellApartAreRefused(String name) {
        fails(ErrorKind.ILLEGAL_CHARS, () -> graph(name));
        if (!name.isEmpty()) {
            fails(ErrorKind.ILLEGAL_CHARS, () -> graph("a|||" + name));
        }
    }
}
