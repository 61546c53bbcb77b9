package restrack.copy.rehearsal;

import java.util.List;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Agreement;
import restrack.apply.Plan;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.apply.Step;
import restrack.graph.Plans;
import restrack.script.RepeatableScript;
import restrack.sql.Excerpt;
import restrack.sql.Statement;

/**
 * What is going to run on a clone, decided before anything does.
 *
 * @param steps       the way up
 * @param repeatables the repeatable scripts that follow it
 * @param back        the way back
 */
record Programme(List<Step> steps, List<RepeatableScript> repeatables, WayBack back) {
    /**
     * {@return what an upgrade would run, and its way back}
     *
     * @param copy the project on its clone
     * @throws MigrateException what an upgrade is refused with before anything runs, but for hazards;
     *                          {@code forbidden_statement} for SQL that names another file
     */
    static Programme of(Project copy, RehearsalOptions options) {
        var state = copy.state();
        Agreement.requireForUpgrade(state, copy.settings().outOfOrder());
        var revisions = Plans.upgrade(state.graph(), state.applied(), List.of(options.target()));
        var steps = copy.planner().up(revisions, revision -> copy.script(revision, state));
        var repeatables = Repeatables.after(revisions, copy, state);
        var back = options.wayBack() ? WayBack.from(revisions, copy, state) : WayBack.NONE;
        var programme = new Programme(steps, repeatables, back);
        programme.refuseOtherFiles(copy);
        new Plan(copy, steps, repeatables, state, options.allowed()).refusals().stream()
                .filter(it -> it.kind() != ErrorKind.HAZARD).findFirst().ifPresent(error -> {
                    throw error;
                });
        return programme;
    }

    /** {@return the steps that are not taken back, because one of them has no way down} */
    List<Step> lower() {
        return steps.subList(0, steps.size() - back.steps().size());
    }

    /** {@return the steps that are taken back} */
    List<Step> upper() {
        return steps.subList(steps.size() - back.steps().size(), steps.size());
    }

    /** What a script writes into another file would not be on a clone. */
    private void refuseOtherFiles(Project copy) {
        Stream.concat(steps.stream(), back.steps().stream()).forEach(step -> {
            if (step instanceof Step.Sql sql) {
                refuseOtherFiles(copy, sql.statements(), sql.script().file().toString());
            }
        });
        var reading = new Repeatables(copy.dialect(), copy.placeholders());
        repeatables.forEach(it -> refuseOtherFiles(copy, reading.statements(it), it.file().toString()));
    }

    private static void refuseOtherFiles(Project copy, List<Statement> statements, String file) {
        statements.stream().filter(copy.dialect().rules()::namesAnotherFile).findFirst().ifPresent(statement -> {
            throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT, file + ":" + statement.line() + ": `"
                    + Excerpt.of(statement) + "` cannot be rehearsed: it names another file, which is no clone. "
                    + "Nothing was run.", "Rehearse up to the script before it: `migrate rehearse REV`.");
        });
    }
}
