package restrack.adopt;

import java.util.ArrayList;
import java.util.List;
import restrack.graph.Graph;
import restrack.graph.Revision;

/**
 * The ways to build revisions: after each of their steps a database is in a state that an upgrade leaves behind. One
 * way does for a history without branches. Where there are some, each revision is met once with nothing but what
 * comes before it, and each mixture that an upgrade to all heads goes through.
 */
final class Courses {
    /**
     * Revisions in the order in which they run.
     *
     * @param revisions the revisions
     * @param from      so many of them are the beginning of an earlier course, in which they have been met
     */
    record Course(List<Revision> revisions, int from) {
    }

    private final List<Course> courses = new ArrayList<>();

    private Courses() {
    }

    /** {@return the courses of a graph, that to all heads first} */
    static List<Course> of(Graph graph) {
        var courses = new Courses();
        var all = graph.revisions();
        courses.add(all);
        for (int i = all.size() - 1; i >= 0; i--) {
            var before = graph.ancestors(List.of(all.get(i).id()), true);
            var way = all.stream().filter(it -> before.contains(it.id())).toList();
            if (!courses.meets(way)) {
                courses.add(way);
            }
        }
        return courses.courses;
    }

    private boolean meets(List<Revision> way) {
        return courses.stream().anyMatch(it -> common(it.revisions(), way) == way.size());
    }

    private void add(List<Revision> way) {
        int met = courses.stream().mapToInt(it -> common(it.revisions(), way)).max().orElse(-1);
        courses.add(new Course(way, met + 1));
    }

    /** {@return how many revisions two courses have in common at their beginnings} */
    private static int common(List<Revision> a, List<Revision> b) {
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i).id().equals(b.get(i).id())) {
            i++;
        }
        return i;
    }
}
