package restrack.apply;

import java.util.HashSet;
import java.util.List;
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
 * begins is said by the range.
 */
public final class Offline {
    private final Project project;
    private final Repeatables repeatables;

    /** @param project the scripts, and the settings that they are printed with */
    public Offline(Project project) {
        this.project = project;
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
        var script = script();
        if (range.applied().isEmpty() && !(steps.isEmpty() && last.isEmpty())) {
            script.createTables();
        }
        steps.forEach(step -> script.add((Step.Sql) step));
        last.forEach(it -> script.add(it, repeatables.statements(it)));
        return script.text();
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
        project.planner().down(revisions, it -> scripts.byId().get(it.id()))
                .forEach(step -> script.add((Step.Sql) step));
        return script.text();
    }

    private OfflineScript script() {
        var settings = project.settings();
        return new OfflineScript(project.dialect().client(), settings.tablePrefix(), settings.foreignKeys());
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
