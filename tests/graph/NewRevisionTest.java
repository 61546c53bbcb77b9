package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.graph.Graphs.fails;
import static tests.graph.Graphs.graph;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.graph.Graph;
import restrack.graph.NewRevision;

/** Where a new revision goes, and what is refused before a file is written. */
class NewRevisionTest {
    private final Graph graph = graph("a1aa|||app", "a2aa|a1aa", "b1bb|||blog", "b2bb|b1bb");

    private static List<String> parents(Graph graph, boolean splice, String... heads) {
        return NewRevision.of(graph, new NewRevision.Request("new1", List.of(heads), splice, List.of(), List.of()))
                .revises();
    }

    private NewRevision named(String id, List<String> labels, List<String> dependsOn) {
        return NewRevision.of(graph, new NewRevision.Request(id, List.of("app@head"), false, labels, dependsOn));
    }

    private NewRevision merge(String... revisions) {
        return NewRevision.merge(graph, "new1", List.of(revisions), List.of());
    }

    @Test
    void itFollowsTheOnlyHead() {
        assertEquals(List.of("x2"), parents(graph("x1", "x2|x1"), false));
        assertEquals(List.of(), parents(graph(), false));
    }

    @Test
    void itFollowsTheHeadThatIsNamed() {
        assertEquals(List.of("b2bb"), parents(graph, false, "blog@head"));
        assertEquals(List.of("a2aa"), parents(graph, false, "a2"));
        assertEquals(List.of("a2aa", "b2bb"), parents(graph, false, "heads"));
        assertEquals(List.of(), parents(graph, false, "base"));
        fails(ErrorKind.MULTIPLE_HEADS, () -> parents(graph, false));
        fails(ErrorKind.UNKNOWN_REVISION, () -> parents(graph, false, "current"));
        fails(ErrorKind.UNKNOWN_REVISION, () -> parents(graph, false, "+1"));
    }

    @Test
    void itFollowsAnInnerRevisionOnlyWithSplice() {
        fails(ErrorKind.NOT_A_HEAD, () -> parents(graph, false, "a1aa"));
        assertEquals(List.of("a1aa"), parents(graph, true, "a1aa"));
    }

    @Test
    void dependenciesAreResolved() {
        assertEquals(List.of("b1bb", "b2bb"), named("new1", List.of(), List.of("blog", "b2")).dependsOn());
        fails(ErrorKind.UNKNOWN_REVISION, () -> named("new1", List.of(), List.of("zzz")));
        fails(ErrorKind.AMBIGUOUS_PARTIAL, () -> named("new1", List.of(), List.of("b")));
    }

    @Test
    void namesThatAreTakenAreRefused() {
        fails(ErrorKind.DUPLICATE_ID, () -> named("a1aa", List.of(), List.of()));
        fails(ErrorKind.LABEL_CLASH, () -> named("blog", List.of(), List.of()));
        fails(ErrorKind.LABEL_CLASH, () -> named("new1", List.of("blog"), List.of()));
        fails(ErrorKind.LABEL_CLASH, () -> named("new1", List.of("a1aa"), List.of()));
        fails(ErrorKind.LABEL_CLASH, () -> named("new1", List.of("new1"), List.of()));
        fails(ErrorKind.LABEL_CLASH, () -> named("new1", List.of("x", "x"), List.of()));
        assertEquals(List.of("fresh"), named("new1", List.of("fresh"), List.of()).labels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a-b", "a+b", "a:b", "a,b", "a b", "heads"})
    void namesThatTargetsCouldNotTellApartAreRefused(String name) {
        fails(ErrorKind.ILLEGAL_CHARS, () -> named(name, List.of(), List.of()));
        fails(ErrorKind.ILLEGAL_CHARS, () -> named("new1", List.of(name), List.of()));
    }

    @Test
    void aMergeFollowsAllItsHeads() {
        assertEquals(List.of("a2aa", "b2bb"), merge("heads").revises());
        assertEquals(List.of("b2bb", "a2aa"), merge("b2", "app@head").revises());
    }

    @Test
    void aHeadThatAnotherDependsOnIsMergedLikeAnyOther() {
        Graph linked = graph("a1", "b1||a1");
        assertEquals(List.of("a1", "b1"), NewRevision.merge(linked, "m", List.of("heads"), List.of()).revises());
    }

    @Test
    void aMergeOfTheSameAnInnerOrASingleRevisionIsRefused() {
        fails(ErrorKind.DUPLICATE_HEADS, () -> merge("a2aa", "a2aa"));
        fails(ErrorKind.OVERLAP, () -> merge("a2aa", "a1aa"));
        fails(ErrorKind.NOT_A_HEAD, () -> merge("a1aa", "b2bb"));
        fails(ErrorKind.USAGE, () -> merge("a2aa"));
    }
}
