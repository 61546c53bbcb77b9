package restrack.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Plans;
import restrack.graph.Range;
import restrack.graph.Revision;
import restrack.script.JavaSource;
import restrack.script.RepeatableScript;
import restrack.script.Scripts;

/**
 * Prints what a command would do, as a script for the database's own program. No database is looked at: where it
 * begins is said by the range. Where a statement becomes something else, which depends on the tables as they are at
 * that point, all scripts up to there are tried on a scratch database.
 */
public final class Offline {
    private final Project project;
    private final Set<String> allowed;
    private final Repeatables repeatables;

    /**
     * @param project the scripts, and the settings that they are printed with
     * @param allowed the hazards that the user accepts
     */
    public Offline(Project project, Set<String> allowed) {
        Hazards.requireKnown(allowed);
        this.project = project;
        this.allowed = Set.copyOf(allowed);
        this.repeatables = new Repeatables(project.dialect(), project.placeholders());
    }

    /**
     * {@return the script of an upgrade} One that reaches a head ends with all repeatable scripts, because which of
     * them ran already cannot be known here.
     *
     * @param rangeOrTarget {@code A:B}; a plain {@code B} begins at an empty database; null is {@code head}
     * @throws MigrateException {@code java_offline}, naming all Java scripts on the way; what {@link Range},
     *                          {@link Plans#upgrade} and {@link Planner} throw
     */
    public String upgrade(String rangeOrTarget) {
        var scripts = project.scripts();
        var range = Range.ofUpgrade(scripts.graph(), rangeOrTarget == null ? "head" : rangeOrTarget);
        var revisions = Plans.upgrade(scripts.graph(), range.applied(), List.of(range.target()));
        refuseJava(revisions, scripts);
        var steps = project.planner().up(revisions, it -> scripts.byId().get(it.id()));
        var last = repeatables(range, revisions, scripts);
        Unfinished.refuse(steps, last, project.dialect().syntax());
        var script = script();
        if (range.applied().isEmpty() && !(steps.isEmpty() && last.isEmpty())) {
            script.createTables();
        }
        expanding(steps, last, scripts, range.applied(), expansion -> {
            steps.forEach(step -> script.add((Step.Sql) step, expansion));
            last.forEach(it -> script.add(it, repeatables.statements(it), expansion));
        });
        return script.text();
    }

    /** Has something printed with what statements become; what comes before is run only if a statement asks for it. */
    private void expanding(List<Step> steps, List<RepeatableScript> last, Scripts scripts, Set<String> applied,
                           Consumer<Expansion> print) {
        var asked = asked(steps, last);
        if (asked.isEmpty()) {
            print.accept(Expansion.NONE);
            return;
        }
        var before = scripts.graph().revisions().stream().filter(it -> applied.contains(it.id())).toList();
        var planned = project.planner().up(before, it -> scripts.byId().get(it.id()));
        try (var replay = new Replay(project, asked)) {
            replay.runBefore(planned, allowed);
            print.accept(replay);
        }
    }

    /** {@return the statements that may become others} */
    private List<Place> asked(List<Step> steps, List<RepeatableScript> last) {
        var all = new ArrayList<Place>();
        for (var step : steps) {
            ((Step.Sql) step).statements().forEach(it -> all.add(new Place(step.script().file().toString(), it)));
        }
        for (var script : last) {
            repeatables.statements(script).forEach(it -> all.add(new Place(script.file().toString(), it)));
        }
        return all.stream().filter(it -> project.dialect().mayNeedChanges(it.statement())).toList();
    }

    private List<RepeatableScript> repeatables(Range range, List<Revision> revisions, Scripts scripts) {
        var applied = new HashSet<>(range.applied());
        revisions.forEach(it -> applied.add(it.id()));
        return Repeatables.follow(scripts.graph().heads(), applied) ? project.repeatables() : List.of();
    }

    /**
     * {@return the script of a downgrade}
     *
     * @param range {@code A:B}, the newer end first
     * @throws MigrateException {@code java_offline}, naming all Java scripts on the way; {@code no_way_down}; what
     *                          {@link Range}, {@link Plans#downgrade} and {@link Planner} throw
     */
    public String downgrade(String range) {
        var scripts = project.scripts();
        var ends = Range.ofDowngrade(scripts.graph(), range);
        var revisions = Plans.downgrade(scripts.graph(), ends.applied(), ends.target());
        refuseJava(revisions, scripts);
        var script = script();
        var steps = project.planner().down(revisions, it -> scripts.byId().get(it.id()));
        Unfinished.refuse(steps, List.of(), project.dialect().syntax());
        expanding(steps, List.of(), scripts, ends.applied(),
                expansion -> steps.forEach(step -> script.add((Step.Sql) step, expansion)));
        return script.text();
    }

    private OfflineScript script() {
        var settings = project.settings();
        return new OfflineScript(project.dialect(), settings.tablePrefix(), settings.foreignKeys());
    }

    private static void refuseJava(List<Revision> revisions, Scripts scripts) {
        var java = revisions.stream().map(it -> scripts.byId().get(it.id()))
                .filter(JavaSource.class::isInstance).map(it -> it.file().toString()).toList();
        if (!java.isEmpty()) {
            throw new MigrateException(ErrorKind.JAVA_OFFLINE, "Java cannot be printed as SQL: "
                    + String.join(", ", java) + ".",
                    "Print the ranges before and after " + (java.size() == 1 ? "it" : "them")
                            + " (`--sql A:B`), and let the toolkit itself run what is between.");
        }
    }
}
