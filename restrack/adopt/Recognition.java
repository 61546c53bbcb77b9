package restrack.adopt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.apply.Rebuilt;
import restrack.apply.Repeatables;
import restrack.autogenerate.Elsewhere;
import restrack.database.Database;
import restrack.graph.Revision;
import restrack.schema.Difference;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.script.Scripts;

/**
 * Finds the revision that a database is by its schema. All scripts run on scratch databases, twice: the first
 * time only the names of what is there are looked at, the second time whole schemas are compared, where the names come
 * nearest.
 */
final class Recognition {
    private final Builds builds;
    private final Scripts scripts;
    private final Schema live;
    private final Set<Name> liveNames;
    private final Set<String> leftOut;
    private final Set<Name> known = new LinkedHashSet<>();
    private final List<Place> places = new ArrayList<>();

    /** How far the names are from those of the database after so many revisions of a course. */
    private record Place(Courses.Course course, int length, int distance) {
    }

    /**
     * Runs all scripts for the first time.
     *
     * @param data the database; it is only read
     * @throws MigrateException where a script cannot be read or compiled
     */
    Recognition(Project project, Scripts scripts, Database data) {
        this.builds = new Builds(project, scripts);
        this.scripts = scripts;
        this.live = data.schema(Level.EQUIVALENT);
        this.leftOut = leftOut(project, data);
        this.liveNames = new HashSet<>(Extent.counting(data.names(), leftOut));
        Courses.of(scripts.graph()).forEach(this::place);
    }

    private static Set<String> leftOut(Project project, Database data) {
        var repeatables = new Repeatables(project.dialect(), project.placeholders());
        var statements = project.repeatables().stream().flatMap(it -> repeatables.statements(it).stream()).toList();
        var leftOut = new HashSet<>(Elsewhere.madeBy(statements));
        leftOut.addAll(project.history(data).tableNames());
        return leftOut;
    }

    /** The more names in common and the fewer others, the nearer; all that count are known only in the end. */
    private void place(Courses.Course course) {
        builds.walk(course.revisions(), (database, length) -> {
            var names = Extent.counting(database.names(), leftOut);
            known.addAll(names);
            int common = (int) names.stream().filter(liveNames::contains).count();
            if (length >= course.from()) {
                places.add(new Place(course, length, names.size() - 2 * common));
            }
        });
    }

    /** {@return what of databases counts} */
    Extent extent() {
        return new Extent(known, leftOut);
    }

    /** {@return whether the database has anything that some script makes} */
    boolean hasAnything() {
        return liveNames.stream().anyMatch(known::contains);
    }

    /** {@return the tables and views of the database that no script makes} */
    List<Name> elsewhere() {
        return extent().elsewhere(live);
    }

    /**
     * {@return what the database is like beside all that its names come nearest to, oldest first} Base is not among it.
     */
    List<Match> nearest() {
        int least = places.stream().filter(it -> it.length() > 0).mapToInt(Place::distance).min().orElse(0);
        var near = places.stream().filter(it -> it.length() > 0 && it.distance() == least).toList();
        var matches = new ArrayList<Match>();
        near.stream().map(Place::course).distinct().forEach(course -> {
            var lengths = near.stream().filter(it -> it.course() == course).map(Place::length).toList();
            builds.walk(course.revisions().subList(0, lengths.get(lengths.size() - 1)), (database, length) -> {
                if (lengths.contains(length)) {
                    matches.add(match(course.revisions().subList(0, length), database));
                }
            });
        });
        return matches;
    }

    /** {@return what the database is like beside these revisions; nothing where they do not run without rows} */
    Optional<Match> match(Set<String> ids) {
        var revisions = inOrder(ids);
        return builds.all(revisions).map(rebuilt -> {
            try (rebuilt) {
                return match(revisions, rebuilt.database());
            }
        });
    }

    private Match match(List<Revision> revisions, Database built) {
        var extent = extent();
        return new Match(revisions, Extent.behaving(Difference.of(extent.of(live),
                extent.of(built.schema(Level.EQUIVALENT)), built.equality())));
    }

    /** {@return whether a script may do something to rows, which leaves no trace in a schema} */
    boolean changesRows(String revision) {
        return builds.changesRows(scripts.graph().get(revision));
    }

    /** {@return a database in which these revisions ran} The caller closes it. */
    Optional<Rebuilt> build(List<Revision> revisions) {
        return builds.all(revisions);
    }

    /** {@return these revisions in the order in which they run} */
    List<Revision> inOrder(Set<String> ids) {
        return scripts.graph().revisions().stream().filter(it -> ids.contains(it.id())).toList();
    }

    /** {@return why a script does not run on an empty database, if so} What comes behind it is not recognised. */
    Optional<MigrateException> stopped() {
        return builds.stopped();
    }

    /** {@return why what was asked for last could not be built, as a sentence} */
    String failure() {
        return (isUnfinished() ? "A script is a draft: " : "A script does not run on an empty database: ")
                + builds.failed().map(MigrateException::getMessage).orElse("");
    }

    /** {@return whether it could not because a script is a draft} */
    boolean isUnfinished() {
        return builds.failed().filter(it -> it.kind() == ErrorKind.UNFINISHED).isPresent();
    }
}
