package restrack.adopt.scripts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import restrack.graph.Graph;

/**
 * Alembic: what {@code alembic upgrade --sql} and {@code alembic downgrade --sql} print, revision by revision; where
 * they cannot, an outline with the Python in comments.
 */
final class AlembicFormat implements Format {
    private final Consumer<String> saying;

    /** @param saying is told before the user's own Python is run */
    AlembicFormat(Consumer<String> saying) {
        this.saying = saying;
    }

    @Override
    public boolean recognises(ForeignFolder folder) {
        return folder.has("alembic.ini") || folder.names().stream().filter(it -> it.endsWith(".py"))
                .anyMatch(it -> PythonRevision.recognises(folder.read(it)))
                || folder.has("env.py") && AlembicProject.of(folder.dir()).exists();
    }

    @Override
    public Harvest read(ForeignFolder folder, Destination destination) {
        var project = AlembicProject.of(folder.dir());
        var notes = new ArrayList<Note>();
        var byId = revisions(folder, project, notes);
        var names = new AlembicNames(byId);
        var graph = Graph.of(byId.values().stream().map(it -> names.revision(it)).toList());
        var order = order(graph, byId);
        var printed = project.ini().filter(it -> !order.isEmpty()).filter(it -> AlembicProgram.isThere()).map(ini -> {
            saying.accept("Running alembic in " + ini.getParent().getFileName()
                    + ": it runs env.py and the revisions, which are your own Python, to print SQL …");
            return new AlembicPrinting(new AlembicProgram(ini), graph, notes);
        });
        if (printed.isEmpty() && !order.isEmpty()) {
            notes.add(new Note(folder.shown(), project.ini().isEmpty()
                    ? "There is no alembic.ini beside env.py, so alembic cannot print its revisions."
                    : "There is no program `alembic` here that could print its revisions.", true));
        }
        var ways = new AlembicWays(byId.keySet(), destination.dialect().syntax(), notes);
        var scripts = new ArrayList<Carried>();
        for (var python : order) {
            var revision = names.revision(python);
            var up = ways.way(python, "upgrade", printed.flatMap(it -> it.up(python.id())));
            var down = ways.way(python, "downgrade", printed.flatMap(it -> it.down(python.id())));
            scripts.add(new Carried(revision.id(), revision.revises(), revision.dependsOn(), revision.labels(),
                    ScriptText.message(python.message(), python.source().fileName()), python.created(),
                    List.of(python.source().name()), up.text(python.comments() + up.text()), Optional.of(down)));
        }
        return new Harvest(scripts, List.of(), notes);
    }

    /** By the time at which they were written, if no parent is younger than its child; else as an upgrade runs. */
    private static List<PythonRevision> order(Graph graph, Map<String, PythonRevision> byId) {
        var byTime = new ArrayList<>(byId.values());
        byTime.sort(Comparator.comparing((PythonRevision it) -> it.created().orElse(Instant.MAX))
                .thenComparing(PythonRevision::id));
        var seen = new HashSet<String>();
        for (var python : byTime) {
            seen.add(python.id());
            if (!seen.containsAll(graph.ancestors(List.of(python.id()), true))) {
                return graph.revisions().stream().map(it -> byId.get(it.id())).toList();
            }
        }
        return byTime;
    }

    private static Map<String, PythonRevision> revisions(ForeignFolder folder, AlembicProject project,
                                                         List<Note> notes) {
        var byId = new LinkedHashMap<String, PythonRevision>();
        for (var path : project.versions()) {
            var versions = new ForeignFolder(path, path.toString());
            for (var name : versions.names()) {
                var source = versions.read(name);
                if (name.endsWith(".py") && PythonRevision.recognises(source)) {
                    var python = PythonRevision.of(source);
                    var other = byId.put(python.id(), python);
                    if (other != null) {
                        throw Harvest.twice("revision " + python.id(), other.source().name(), name);
                    }
                } else if (name.endsWith(".py") && !name.equals("__init__.py")) {
                    notes.add(new Note(name, "It has no down_revision, so it is no revision.", true));
                }
            }
        }
        return byId;
    }
}
