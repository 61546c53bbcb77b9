package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import restrack.cli.GraphDrawing;
import restrack.graph.Graph;
import restrack.graph.Plans;
import restrack.graph.Revision;

class GraphDrawingTest {
    @Test
    void chainIsAColumn() {
        assertDrawing("""
                *  c
                *  b
                *  a
                """, "c b", "b a", "a");
    }

    @Test
    void branchesComeTogetherAboveTheirBranchPoint() {
        assertDrawing("""
                *  c
                | *  b
                |/
                *  a
                """, "c a", "b a", "a");
    }

    @Test
    void threeBranchesOfOnePointAreJoinedOneByOne() {
        assertDrawing("""
                *  d
                | *  c
                |/
                | *  b
                |/
                *  a
                """, "d a", "c a", "b a", "a");
    }

    @Test
    void mergeOfTwoBasesOpensALane() {
        assertDrawing("""
                *  m
                |\\
                | *  b
                *  a
                """, "m a b", "b", "a");
    }

    @Test
    void branchesThatAreMergedAgainMakeARing() {
        assertDrawing("""
                *  m
                |\\
                | *  c
                * |  b
                |/
                *  a
                """, "m b c", "c a", "b a", "a");
    }

    @Test
    void basesThatAreNotRelatedAreKeptApart() {
        assertDrawing("""
                *  y2
                *  y1

                *  x2
                *  x1
                """, "y2 y1", "y1", "x2 x1", "x1");
    }

    @Test
    void laneThatEndsLetsItsNeighboursMoveUp() {
        assertDrawing("""
                *  y2
                | *  x2
                | | *  z2
                * | |  y1
                 / /
                * |  x1
                 /
                *  z1
                """, "y2 y1", "x2 x1", "z2 z1", "y1", "x1", "z1");
    }

    @Test
    void octopusOpensALaneForEachParent() {
        assertDrawing("""
                *  m
                |\\
                |\\ \\
                | | *  c
                | *  b
                *  a
                """, "m a b c", "c", "b", "a");
    }

    @Test
    void octopusMakesRoomAmongOtherLanes() {
        assertDrawing("""
                *  y
                | *  m
                | |\\
                | |\\ \\
                | | | *  d
                | | * |  c
                | | |/
                | * |  b
                |/ /
                | *  a
                *  x
                """, "y x", "m b c d", "d a", "c a", "b x", "a", "x");
    }

    @Test
    void laneCrossesOthersOnItsWay() {
        assertDrawing("""
                *  d
                | *  c
                | | *  b
                | |/
                |/|
                | *  y
                *  a
                """, "d a", "c y", "b a", "y", "a");
    }

    @Test
    void laneCrossesManyOthersOnALevelLine() {
        assertDrawing("""
                *  e
                | *  z
                | | *  y
                | | | *  b
                | |_|/
                |/| |
                | | *  x
                | *  w
                *  a
                """, "e a", "z w", "y x", "b a", "x", "w", "a");
    }

    @Test
    void crossedMergesLeadToBothParents() {
        assertDrawing("""
                *  d
                |\\
                | | *  c
                | |/|
                |/| |
                | |/
                * |  a
                 /
                *  b
                """, "d a b", "c b a", "a", "b");
    }

    @Test
    void dependenciesAreMentionedAndNotDrawn() {
        var lab = new Revision("l1", List.of(), List.of("r1"), List.of("lab"), "", "");
        var graph = Graph.of(List.of(new Revision("r1", List.of(), List.of(), List.of(), "", ""), lab));

        assertEquals(List.of("*  l1 (lab)  (depends on r1)", "", "*  r1 ()"), GraphDrawing.lines(graph,
                List.of(lab, graph.get("r1")), it -> it.id() + " (" + String.join("", it.labels()) + ")"));
    }

    @Test
    void parentsBelowTheRangeAreLeftOut() {
        var graph = graph("c b x", "b a", "x", "a");

        assertEquals(List.of("*  c", "*  b"),
                GraphDrawing.lines(graph, List.of(graph.get("c"), graph.get("b")), Revision::id));
    }

    @Test
    void longChainIsDrawnWhole() {
        var said = new ArrayList<String>();
        for (int i = 10_000; i > 0; i--) {
            said.add("r" + i + " r" + (i - 1));
        }
        said.add("r0");
        var graph = graph(said.toArray(String[]::new));

        var lines = GraphDrawing.lines(graph, Plans.history(graph, Set.of(), null), Revision::id);

        assertEquals(10_001, lines.size());
        assertEquals(List.of("*  r10000", "*  r0"), List.of(lines.get(0), lines.get(10_000)));
    }

    @Test
    void linesLeadToTheParentsInAnyGraph() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var said = new ArrayList<String>();
            for (int i = 0; i < 2 + random.nextInt(14); i++) {
                var words = new TreeSet<String>();
                for (int n = new int[] {0, 1, 1, 1, 1, 2, 2, 3, 4}[random.nextInt(9)]; n > 0 && i > 0; n--) {
                    words.add("r" + Math.max(0, i - 1 - random.nextInt(5)));
                }
                var parents = new ArrayList<>(words);
                Collections.shuffle(parents, random);
                said.add("r" + i + (parents.isEmpty() ? "" : " " + String.join(" ", parents)));
            }
            var graph = graph(said.toArray(String[]::new));
            var lines = GraphDrawing.lines(graph, Plans.history(graph, Set.of(), null), Revision::id);

            assertEquals(edges(graph), TracedDrawing.edges(lines),
                    "seed " + seed + ":\n" + String.join("\n", lines));
        }
    }

    private static Set<String> edges(Graph graph) {
        var edges = new TreeSet<String>();
        graph.revisions().forEach(child -> child.revises().forEach(parent -> edges.add(child.id() + ">" + parent)));
        return edges;
    }

    /** Draws revisions, given newest first, each as its id and its parents. */
    private static void assertDrawing(String expected, String... newestFirst) {
        var graph = graph(newestFirst);
        var order = Arrays.stream(newestFirst).map(it -> graph.get(it.split(" ")[0])).toList();

        var drawn = GraphDrawing.lines(graph, order, Revision::id);

        assertEquals(expected, String.join("\n", drawn) + "\n");
        assertEquals(edges(graph), TracedDrawing.edges(drawn), "as traced");
    }

    private static Graph graph(String... said) {
        return Graph.of(Arrays.stream(said).map(it -> List.of(it.split(" "))).map(words -> new Revision(words.get(0),
                words.subList(1, words.size()), List.of(), List.of(), "", "")).toList());
    }
}
