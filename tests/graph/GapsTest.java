package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import restrack.graph.Graph;
import restrack.graph.Plans;
import restrack.graph.Revision;

/** States that Alembic cannot have: any set of revisions may be applied, with gaps wherever scripts turned up late. */
class GapsTest {
    private static Graph random(Random random) {
        var revisions = new ArrayList<Revision>();
        for (int i = 0; i < 3 + random.nextInt(15); i++) {
            revisions.add(new Revision("r" + i, some(random, i, 0.7), some(random, i, 0.2), List.of(), "", ""));
        }
        Collections.shuffle(revisions, random);
        return Graph.of(revisions);
    }

    private static List<String> some(Random random, int below, double chance) {
        var some = new HashSet<String>();
        while (below > 0 && random.nextDouble() < chance && some.size() < 3) {
            some.add("r" + random.nextInt(below));
        }
        return some.stream().sorted().toList();
    }

    @Test
    void plansAreCompleteAndInOrder() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            Graph graph = random(random);
            Set<String> applied = new HashSet<>();
            graph.revisions().stream().map(Revision::id).filter(id -> random.nextBoolean()).forEach(applied::add);
            var missing = new HashSet<>(graph.revisions().stream().map(Revision::id).toList());
            missing.removeAll(applied);

            List<Revision> up = Plans.upgrade(graph, applied, List.of("heads"));
            inOrder(graph, missing, up, seed);
            var down = new ArrayList<>(Plans.downgrade(graph, applied, "base"));
            Collections.reverse(down);
            inOrder(graph, applied, down, seed);
        }
    }

    private static void inOrder(Graph graph, Set<String> all, List<Revision> oldestFirst, int seed) {
        var done = new HashSet<String>();
        for (Revision revision : oldestFirst) {
            var needed = new HashSet<>(graph.ancestors(List.of(revision.id()), true));
            needed.retainAll(all);
            needed.remove(revision.id());
            assertTrue(done.containsAll(needed), () -> "seed " + seed + ": " + revision.id() + " runs too early");
            assertTrue(done.add(revision.id()), () -> "seed " + seed + ": " + revision.id() + " runs twice");
        }
        assertEquals(all, done, "seed " + seed);
    }
}
