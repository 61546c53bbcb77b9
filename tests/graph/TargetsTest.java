package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

/** What each form of a target means. */
class TargetsTest {
    private final Graph graph = graph("11aa", "12bb|11aa||left", "13cc|12bb", "12dd|11aa||right", "2eee|12dd");
    private final Set<String> applied = at(graph, "12bb");

    @ParameterizedTest
    @CsvSource({"13cc,13cc", "2,2eee", "12b,12bb", "left,12bb", "lef,12bb", "left@head,13cc", "right@2,2eee",
            "right@head-1,12dd", "12dd@head,2eee", "left@12,12bb", "11aa+0,11aa", "13cc-2,11aa", "12bb+1,13cc",
            "right@11aa+2,2eee", "left@base+1,11aa", "current,12bb", "+1,13cc", "-1,11aa", "left@+1,13cc",
            "right@+2,2eee", "current+1,13cc"})
    void oneRevisionIsMeant(String target, String id) {
        assertEquals(id, graph.resolve(target, applied).id());
    }

    @Test
    void anIdWinsOverIdsThatStartWithIt() {
        assertEquals("7", graph("7", "70|7", "71|70").resolve("7", Set.of()).id());
    }

    @Test
    void severalRevisionsCanBeMeantByHeadsAndCurrent() {
        assertEquals("13cc 2eee", ids(graph.select("heads", applied)));
        assertEquals("13cc 2eee", ids(graph.select("current", at(graph, "13cc", "2eee"))));
        assertEquals("", ids(graph.select("base", applied)));
        fails(ErrorKind.MULTIPLE_HEADS, () -> graph.resolve("heads", applied));
        fails(ErrorKind.UNKNOWN_REVISION, () -> graph.resolve("base", applied));
    }

    @Test
    void unknownAmbiguousAndOutsideOfTheBranchAreDifferentErrors() {
        fails(ErrorKind.UNKNOWN_REVISION, () -> graph.resolve("3", applied));
        var ambiguous = fails(ErrorKind.AMBIGUOUS_PARTIAL, () -> graph.resolve("12", applied));
        assertTrue(ambiguous.getMessage().contains("12bb, 12dd"), ambiguous.getMessage());
        fails(ErrorKind.NOT_IN_BRANCH, () -> graph.resolve("left@2eee", applied));
        fails(ErrorKind.NOT_IN_BRANCH, () -> graph.resolve("left@2", applied));
        fails(ErrorKind.NO_SUCH_BRANCH, () -> graph.resolve("middle@head", applied));
        fails(ErrorKind.NO_SUCH_BRANCH, () -> graph.select("middle@base", applied));
    }

    @Test
    void severalHeadsAreListed() {
        var error = fails(ErrorKind.MULTIPLE_HEADS, () -> graph.resolve("head", applied));
        assertTrue(error.getMessage().contains("13cc, 2eee"), error.getMessage());
        assertTrue(error.hint().contains("'heads'") && error.hint().contains("LABEL@head"), error.hint());
    }

    @Test
    void stepsThroughBranchAndMergePointsAreAmbiguous() {
        Graph merged = graph("a", "b|a", "c|a", "d|b,c");
        fails(ErrorKind.AMBIGUOUS_WALK, () -> merged.resolve("a+1", Set.of()));
        fails(ErrorKind.AMBIGUOUS_WALK, () -> merged.resolve("d-1", Set.of()));
        fails(ErrorKind.AMBIGUOUS_WALK, () -> graph("a", "b").resolve("+1", Set.of()));
    }

    @Test
    void tooManyStepsFromARevisionIsAnotherErrorThanTooManyFromCurrent() {
        fails(ErrorKind.WALKED_TOO_FAR, () -> graph.resolve("13cc+1", applied));
        fails(ErrorKind.WALKED_TOO_FAR, () -> graph.resolve("11aa-2", applied));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> graph.resolve("+2", applied));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> graph.resolve("-3", applied));
        fails(ErrorKind.RELATIVE_OUT_OF_RANGE, () -> graph.resolve("-1", Set.of()));
    }

    @Test
    void stepsFromSeveralCurrentRevisionsAreAmbiguous() {
        Set<String> both = at(graph, "12bb", "12dd");
        fails(ErrorKind.AMBIGUOUS_UPGRADE, () -> graph.resolve("+1", both));
        assertEquals("2eee", graph.resolve("right@+1", both).id());
        assertEquals("11aa", graph.resolve("right@-1", both).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "left@", "@head", "+", "-", "1-", "head+1x", "a b", "+99999999999"})
    void nonsenseIsAClearError(String target) {
        var kind = target.startsWith("@") ? ErrorKind.NO_SUCH_BRANCH : ErrorKind.UNKNOWN_REVISION;
        fails(kind, () -> graph.resolve(target, applied));
    }
}
