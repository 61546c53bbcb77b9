package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import restrack.ErrorKind;
import restrack.graph.Graph;
import restrack.graph.NewRevision;
import restrack.graph.Plans;
import restrack.graph.Revision;

/** Where a squash stands, and what the ids mean that were squashed. */
class SquashTest {
    private static final Graph CHAIN = Graph.of(List.of(revision("a1", List.of()), revision("b1", List.of("a1")),
            revision("c1", List.of("b1")), revision("d1", List.of("c1"))));
    private static final Graph SQUASHED = Graph.of(List.of(revision("s", List.of(), "a1", "b1", "c1"),
            revision("d1", List.of("c1"))));

    private static Revision revision(String id, List<String> revises, String... replaces) {
        return new Revision(id, revises, List.of(), List.of(), "", "", List.of(replaces));
    }

    @Test
    void bothEndsBelongToTheRange() {
        assertEquals(new NewRevision("s", List.of("a1"), List.of(), List.of(), List.of("b1", "c1")),
                NewRevision.squash(CHAIN, "b1:c1", "s", List.of()));
        assertEquals(List.of("a1", "b1"), NewRevision.squash(CHAIN, ":b1", "s", List.of()).replaces());
        assertEquals(List.of("c1", "d1"), NewRevision.squash(CHAIN, "c1:", "s", List.of()).replaces());
    }

    @Test
    void whatRevisedTheLastRevisesTheSquash() {
        assertEquals(List.of("s"), SQUASHED.get("d1").revises());
        assertEquals("s d1", Graphs.ids(Plans.upgrade(SQUASHED, Set.of(), List.of("head"))));
    }

    @Test
    void theLastIdAndItsBeginningMeanTheSquash() {
        assertEquals("s", SQUASHED.resolve("c1", Set.of()).id());
        assertEquals("s", SQUASHED.resolve("c", Set.of()).id());
        assertEquals("d1", SQUASHED.resolve("c1+1", Set.of()).id());
    }

    @Test
    void anIdOfTheMiddleIsExplained() {
        for (var target : List.of("b1", "b", "a1+1")) {
            var error = Graphs.fails(ErrorKind.UNKNOWN_REVISION, () -> SQUASHED.resolve(target, Set.of()));
            assertTrue(error.getMessage().contains("was squashed into s"), error.getMessage());
        }
    }

    @Test
    void anIdThatIsStillThereMeansItself() {
        var both = new ArrayList<>(SQUASHED.revisions());
        both.add(revision("b1", List.of()));
        assertEquals("b1", Graph.of(both).resolve("b1", Set.of()).id());
    }

    @Test
    void anIdThatWasSquashedIsNotFree() {
        Graphs.fails(ErrorKind.DUPLICATE_ID, () -> NewRevision.of(SQUASHED,
                new NewRevision.Request("b1", List.of(), false, List.of(), List.of())));
    }
}
