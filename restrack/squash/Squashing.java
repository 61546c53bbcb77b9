package restrack.squash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Agreement;
import restrack.apply.Planner;
import restrack.apply.Project;
import restrack.apply.State;
import restrack.apply.Step;
import restrack.graph.Graph;
import restrack.graph.Revision;
import restrack.script.Joined;
import restrack.script.NewScript;
import restrack.script.Script;
import restrack.script.Scripts;
import restrack.script.SqlScript;

/**
 * Makes a range of scripts into one. Nothing is written before it is proven that the one does what they do; then its
 * file takes the place of theirs.
 */
public final class Squashing {
    private final Project project;
    private final Scripts scripts;
    private final Revision revision;
    private final List<Script> range;
    private final Joined joined;
    private final SqlScript squash;

    /**
     * @param project the project
     * @param scripts its scripts
     * @param written the script that they become, which names what it replaces
     * @throws MigrateException {@code cannot_squash} where a script cannot be joined with others
     */
    public Squashing(Project project, Scripts scripts, NewScript written) {
        this.project = project;
        this.scripts = scripts;
        this.revision = written.asRevision();
        this.range = revision.replaces().stream().map(it -> scripts.find(it).orElseThrow()).toList();
        this.joined = Joined.of(range);
        this.squash = project.drafted(revision, written.nameInPlaceOf(range.get(range.size() - 1)),
                written.text(joined.up(), joined.down()));
    }

    /** {@return the scripts that become one, in the order in which they run} */
    public List<Script> range() {
        return range;
    }

    /** {@return those of them without a way down, because of which the squash has none} */
    public List<Script> oneWay() {
        return joined.oneWay();
    }

    /**
     * Refuses a squash while the database of this project has only a part of the range, or has run it in other words.
     *
     * @throws MigrateException {@code within_squash}, {@code edited}, {@code half_applied}
     */
    public void requireDatabase() {
        var state = State.of(scripts, project.snapshot());
        Agreement.requireNoneHalfApplied(state.snapshot());
        Agreement.requireUnedited(state.edited().stream().filter(it -> revision.replaces().contains(it.revision()))
                .toList(), state);
        state.due().stream().filter(range::contains).findFirst().ifPresent(it -> {
            throw new MigrateException(ErrorKind.WITHIN_SQUASH, project.url().display() + " still has the parts of "
                    + it.revision().id() + ", itself a squash, on record. Nothing was written.",
                    "Run `migrate upgrade` first, on every database: it records the squash.");
        });
        var pending = new ArrayList<>(revision.replaces());
        pending.removeAll(state.applied());
        if (!pending.isEmpty() && pending.size() < range.size()) {
            throw new MigrateException(ErrorKind.WITHIN_SQUASH, project.url().display() + " is in the middle of what "
                    + "is to be squashed: " + String.join(", ", pending) + (pending.size() == 1 ? " is" : " are")
                    + " not applied. Nothing was written.", "Run `migrate upgrade "
                    + revision.replaces().get(range.size() - 1) + "` first.");
        }
    }

    /**
     * Proves that the one script does what the others do, on the way up and on the way down, and that everything else
     * stands where it stood.
     *
     * @throws MigrateException {@code cannot_squash} where that is not so, and what {@link Planner} finds in a script
     */
    public void prove() {
        requireGraph();
        files().requireSameNeighbours();
        var planner = project.planner();
        var up = planner.up(revisions(), it -> scripts.byId().get(it.id()));
        var one = planner.up(List.of(revision), it -> squash);
        requireNothingOutlasts(up);
        requireSameStatements(up, one.get(0));
        try (var outcome = new SameOutcome(project, planner.up(before(), it -> scripts.byId().get(it.id())))) {
            outcome.require(up, one.get(0));
            if (joined.down().isPresent()) {
                var newestFirst = new ArrayList<>(revisions());
                Collections.reverse(newestFirst);
                var down = planner.down(newestFirst, it -> scripts.byId().get(it.id()));
                var oneDown = planner.down(List.of(revision), it -> squash);
                requireNothingOutlasts(down);
                requireSameStatements(down, oneDown.get(0));
                outcome.require(down, oneDown.get(0));
            }
        }
    }

    private List<Revision> revisions() {
        return range.stream().map(Script::revision).toList();
    }

    private List<Revision> before() {
        var before = new HashSet<>(scripts.graph().ancestors(revision.replaces(), true));
        before.removeAll(revision.replaces());
        return scripts.graph().revisions().stream().filter(it -> before.contains(it.id())).toList();
    }

    private void requireGraph() {
        var after = new ArrayList<>(scripts.graph().revisions());
        after.removeIf(it -> revision.replaces().contains(it.id()));
        after.add(revision);
        try {
            Graph.of(after);
        } catch (MigrateException e) {
            throw refused("As one revision they would make no graph: " + e.getMessage(),
                    "`migrate history --graph` draws them.");
        }
    }

    private void requireNothingOutlasts(List<Step> steps) {
        for (var step : steps) {
            project.dialect().rules().outlasts(((Step.Sql) step).statements()).ifPresent(what -> {
                throw refused(step.script().file() + " says " + what + ", which scripts behind it in the same "
                        + "transaction would notice.", "Squash what comes before and what comes behind it.");
            });
        }
    }

    private void requireSameStatements(List<Step> steps, Step one) {
        var texts = steps.stream().flatMap(it -> ((Step.Sql) it).statements().stream()).map(it -> it.text()).toList();
        if (!texts.equals(((Step.Sql) one).statements().stream().map(it -> it.text()).toList())) {
            throw refused("Joined, the scripts " + range.stream().map(it -> it.revision().id())
                    .collect(Collectors.joining(", ")) + " read as other statements.",
                    "End each of them with a semicolon.");
        }
    }

    private static MigrateException refused(String message, String hint) {
        return new MigrateException(ErrorKind.CANNOT_SQUASH, message + " Nothing was written.", hint);
    }

    /**
     * Writes the script, then removes what it replaces.
     *
     * @param keep where the replaced files are moved to; nothing to delete them
     * @return the file of the script
     * @throws MigrateException {@code file_error}; {@code usage} where they would stay in the folder
     */
    public Path write(Optional<Path> keep) {
        return files().write(project.settings().dir(), keep);
    }

    private SquashedFiles files() {
        return new SquashedFiles(scripts, range, squash);
    }
}
