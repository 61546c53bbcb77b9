package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.UnmatchedArgumentException;
import restrack.MigrateException;
import restrack.apply.Advance;
import restrack.apply.Direction;
import restrack.apply.Done;
import restrack.apply.Offline;
import restrack.apply.Plan;
import restrack.apply.Progress;
import restrack.apply.Project;
import restrack.apply.RunOptions;
import restrack.apply.State;
import restrack.apply.Step;
import restrack.graph.Revision;
import restrack.script.RepeatableScript;

/** What {@code upgrade} and {@code downgrade} share: the plan is shown, allowed, carried out and told. */
abstract class ApplyingCommand extends ChangingCommand {
    @Option(names = "--sql", description = "Print a SQL script instead of running anything.")
    boolean sql;

    @Option(names = "--dry-run", description = "List what would be done, and do nothing.")
    boolean dryRun;

    @Option(names = "--allow", paramLabel = "HAZARD", split = ",",
            description = "Accept a hazard that would be refused: drop-data, change-data.")
    Set<String> allowed = new LinkedHashSet<>();

    @Mixin
    BackupFirst backup = new BackupFirst();

    /** {@return the target, as it was typed} */
    abstract String target();

    /** {@return whether what is taken away is kept} */
    boolean keepsData() {
        return false;
    }

    /** {@return the script that {@code --sql} prints} */
    abstract String script(Offline offline);

    /** {@return the exit code of a run on the database} */
    abstract int run(Project project);

    @Override
    final int run() {
        refuseOption(target());
        try (var project = project()) {
            return sql ? print(script(project)) : run(project);
        }
    }

    /** {@return the script that {@code --sql} prints} To know the tables, it may have to run Java somewhere else. */
    private String script(Project project) {
        var scriptOutput = new ScriptOutput(spec.commandLine().getErr());
        try {
            return script(new Offline(project, allowed));
        } finally {
            scriptOutput.close();
        }
    }

    /** Carries a plan out, or lists it. */
    final int apply(Project project, State state, List<Step> steps, List<RepeatableScript> repeatables) {
        var plan = new Plan(project, steps, repeatables, state, new RunOptions(allowed, true, keepsData()));
        if (dryRun) {
            refuse(plan.refusals());
            name(project);
            return list(project, plan, state);
        }
        plan.refuseHazards();
        var before = backup.prepare(project, plan::risksData, this);
        confirm(project);
        long start = System.nanoTime();
        var done = new ArrayList<Done>();
        try (var database = project.open()) {
            surroundings().interruption().concerns(database);
            var scriptOutput = new ScriptOutput(spec.commandLine().getErr());
            var telling = new Telling(done);
            try {
                plan.run(database, telling, before);
            } finally {
                telling.batches.end();
                scriptOutput.close();
                surroundings().interruption().concerns(null);
                out().flush();
            }
            var after = State.of(state.scripts(), project.history(database).read());
            if (!done.isEmpty()) {
                backup.tellIfNone(this);
            }
            say(total(done, (System.nanoTime() - start) / 1_000_000) + " " + where(after));
            answer(() -> backup.with(Json.steps(done, after.current()), project));
        } catch (MigrateException e) {
            var error = withBackup(e, project);
            if (!options().json || done.isEmpty() && backup.made().isEmpty()) {
                throw error;
            }
            answer(() -> backup.with(Json.stopped(error, done), project));
            return e.kind().exitCode();
        }
        return DONE;
    }

    /** {@return the error, with the copy to which the database can be brought back} */
    private MigrateException withBackup(MigrateException error, Project project) {
        return backup.made().map(it -> new MigrateException(error.kind(), error.getMessage(),
                (error.hint() + " `migrate restore "
                        + project.settings().shown(it.path()) + "` brings back what was there before.").strip(), error))
                .orElse(error);
    }

    /** Prints a line a script, once it is committed. */
    private final class Telling implements Progress {
        private final List<Done> done;
        private final Style style = style();
        private final BatchDisplay batches = BatchDisplay.of(options().json || options().quiet, surroundings(),
                spec.commandLine().getErr());

        Telling(List<Done> done) {
            this.done = done;
        }

        @Override
        public void advanced(Advance advance) {
            out().flush();
            batches.show(advance);
        }

        @Override
        public void done(Done each) {
            batches.end();
            done.add(each);
            say(line(each, style));
            Outlooks.notes(each.notes()).forEach(ApplyingCommand.this::say);
        }

        @Override
        public void told() {
            out().flush();
        }
    }

    private int list(Project project, Plan plan, State state) {
        var outlook = plan.outlook();
        backup.tellIfDue(project, plan::risksData, this);
        refuse(Outlooks.refusals(outlook.values()));
        var kept = plan.kept();
        var done = new ArrayList<Done>();
        for (var script : state.due()) {
            done.add(new Done("squash", script.revision(), 0));
            say("would record  " + script.revision().id() + "  in place of "
                    + String.join(", ", script.revision().replaces()) + "  (" + script.file() + ")");
        }
        for (var step : plan.steps()) {
            var notes = kept.getOrDefault(step.revision().id(), List.of());
            done.add(new Done(step.direction().id(), step.revision(), 0, notes, 0));
            say("would " + (step.direction() == Direction.UP ? "apply" : "take back") + "  " + step.revision().id()
                    + "  " + step.revision().message() + "  (" + step.script().file() + ")");
            Outlooks.lines(outlook.getOrDefault(step.revision().id(), List.of())).forEach(this::say);
            Outlooks.notes(notes).forEach(this::say);
        }
        for (var repeatable : plan.repeatables()) {
            done.add(new Done("repeatable", new Revision(repeatable.name(), List.of(), List.of(), List.of(), "", ""),
                    0));
            say("would apply  " + repeatable.file());
        }
        answer(() -> Json.planned(done, outlook, afterwards(plan, state)));
        return DONE;
    }

    /** Refuses a plan that cannot be carried out to its end. */
    private static void refuse(List<MigrateException> refusals) {
        refusals.stream().findFirst().ifPresent(error -> {
            throw error;
        });
    }

    /** {@return what the database would be at after the plan} */
    private static List<Revision> afterwards(Plan plan, State state) {
        var applied = new LinkedHashSet<>(state.applied());
        for (var step : plan.steps()) {
            if (step.direction() == Direction.UP) {
                applied.add(step.revision().id());
            } else {
                applied.remove(step.revision().id());
            }
        }
        return state.graph().current(applied).stream().map(state.graph()::get).toList();
    }

    /** Says that there is nothing to do. */
    final int nothingToDo(State state) {
        say("Nothing to do. " + where(state));
        answer(() -> Json.steps(List.of(), state.current()));
        return DONE;
    }

    /** Prints a script for the database's own program. */
    private int print(String script) {
        if (options().json) {
            answer(() -> Map.of("sql", script));
        } else {
            out().print(script);
            out().flush();
        }
        return DONE;
    }

    /**
     * A target may begin with a minus, so picocli takes every unknown option for one; here they are told apart.
     */
    private void refuseOption(String target) {
        if (target.startsWith("-") && !target.matches("-\\d.*")) {
            throw new UnmatchedArgumentException(spec.commandLine(), List.of(target));
        }
    }

    private static String line(Done done, Style style) {
        var operation = done.operation();
        var painted = operation.equals("down") ? style.open("down") : style.good(operation);
        return painted + " ".repeat(Math.max(1, 6 - operation.length())) + done.revision().id()
                + (done.revision().message().isEmpty() ? "" : "  " + done.revision().message())
                + style.faint(operation.equals("squash") ? "  in place of "
                        + String.join(", ", done.revision().replaces()) : "  " + done.millis() + " ms");
    }

    private static String total(List<Done> done, long millis) {
        long down = done.stream().filter(it -> it.operation().equals("down")).count();
        long recorded = done.stream().filter(it -> it.operation().equals("squash")).count();
        long all = done.size() - recorded;
        if (all == 0 && recorded > 0) {
            return "Recorded what was squashed; nothing had to run.";
        }
        var what = down > 0 ? "Took back " + down : "Applied " + all;
        return what + (all == 1 ? " script" : " scripts") + " in " + millis + " ms.";
    }

    static String where(State state) {
        var current = state.current();
        if (current.isEmpty()) {
            return "The database is at base.";
        }
        return "The database is at " + current.stream().map(it -> it.id()
                + (state.graph().children(it.id()).isEmpty() ? " (head)" : "")).collect(Collectors.joining(", "))
                + ".";
    }

    static String ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.joining(", "));
    }
}
