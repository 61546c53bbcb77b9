package restrack.adopt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.apply.Rebuilt;
import restrack.apply.Step;
import restrack.apply.Unfinished;
import restrack.database.Database;
import restrack.graph.Revision;
import restrack.script.Scripts;

/** Builds revisions on scratch databases. Each script is read and compiled once. */
final class Builds {
    private static final List<String> DEFINING = List.of("CREATE", "ALTER", "DROP", "PRAGMA", "COMMENT");

    private final Project project;
    private final Scripts scripts;
    private final Map<String, List<Step>> steps = new HashMap<>();
    private MigrateException stopped;
    private MigrateException failed;

    Builds(Project project, Scripts scripts) {
        this.project = project;
        this.scripts = scripts;
    }

    /**
     * Runs scripts one after the other, as far as they run without the rows of a real database.
     *
     * @param revisions the revisions, in order
     * @param met       is shown the database before the first script and after each, with the number of those that ran
     */
    void walk(List<Revision> revisions, ObjIntConsumer<Database> met) {
        try (var rebuilt = new Rebuilt(project)) {
            met.accept(rebuilt.database(), 0);
            for (int i = 0; i < revisions.size(); i++) {
                if (!ran(rebuilt, steps(revisions.get(i)))) {
                    stopped = failed;
                    return;
                }
                met.accept(rebuilt.database(), i + 1);
            }
        }
    }

    /** {@return a database in which these revisions ran; nothing where they do not} The caller closes it. */
    Optional<Rebuilt> all(List<Revision> revisions) {
        var rebuilt = new Rebuilt(project);
        if (ran(rebuilt, revisions.stream().flatMap(it -> steps(it).stream()).toList())) {
            return Optional.of(rebuilt);
        }
        rebuilt.close();
        return Optional.empty();
    }

    private boolean ran(Rebuilt rebuilt, List<Step> next) {
        try {
            // What a draft is going to do is not in it yet: a schema without that is no revision's.
            Unfinished.refuse(next, List.of(), project.dialect().syntax());
            rebuilt.run(next);
            return true;
        } catch (MigrateException e) {
            failed = e;
            return false;
        }
    }

    /** {@return whether a script may do something to rows: Java may, and whatever does not create, alter or drop} */
    boolean changesRows(Revision revision) {
        return steps(revision).stream().anyMatch(step -> !(step instanceof Step.Sql sql)
                || sql.statements().stream().anyMatch(it -> DEFINING.stream().noneMatch(it::starts)));
    }

    private List<Step> steps(Revision revision) {
        return steps.computeIfAbsent(revision.id(), id -> project.planner().up(List.of(revision),
                it -> scripts.find(it.id()).orElseThrow()));
    }

    /** {@return why a walk ended early, if one did} */
    Optional<MigrateException> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** {@return why the last script that did not run did not} */
    Optional<MigrateException> failed() {
        return Optional.ofNullable(failed);
    }
}
