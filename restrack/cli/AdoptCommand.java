package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.adopt.Adoption;
import restrack.adopt.Baseline;
import restrack.adopt.Request;
import restrack.adopt.Verdict;
import restrack.apply.Done;
import restrack.apply.Project;
import restrack.autogenerate.Alignment;
import restrack.graph.Revision;
import restrack.schema.Described;

/** {@code migrate adopt}. */
@Command(name = "adopt", description = "Take a database over: find out which revision it is, and record that.")
final class AdoptCommand extends ChangingCommand {
    @Mixin
    ImportOption imports = new ImportOption();

    @Option(names = "--as", paramLabel = "REV", split = ",",
            description = "The revision that it is, where that is not found out.")
    List<String> as = new ArrayList<>();

    @Option(names = "--align", description = "Change the database where it differs from the revision.")
    boolean align;

    @Option(names = "--baseline", description = "Write the first script of an empty folder from the database.")
    boolean baseline;

    @Option(names = "--sql", description = "Print the statements of --align or --baseline, and do nothing.")
    boolean sql;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    boolean dryRun;

    @Option(names = "--allow", paramLabel = "HAZARD", split = ",",
            description = "With --align: drop-data, change-data; without: difference.")
    Set<String> allowed = new LinkedHashSet<>();

    @Override
    int run() {
        requireSense();
        if (imports.wanted()) {
            return imports.run(this, dryRun);
        }
        var scriptOutput = new ScriptOutput(spec.commandLine().getErr());
        try (var project = project()) {
            return baseline ? baseline(project) : adopt(project, new Request(as, align, allowed), Map.of());
        } finally {
            // All scripts run on empty databases, Java too, and what they print is no answer of this command.
            scriptOutput.close();
        }
    }

    private void requireSense() {
        if (imports.wanted() && (baseline || align || sql || !as.isEmpty())) {
            throw new MigrateException(ErrorKind.USAGE, "--import makes scripts, and looks at no database.",
                    "Leave out the rest; `migrate adopt` alone takes the database over afterwards.");
        }
        if (baseline && (align || !as.isEmpty())) {
            throw new MigrateException(ErrorKind.USAGE, "--baseline writes a script from the database as it is.",
                    "Leave out --as and --align.");
        }
        if (sql && !align && !baseline) {
            throw new MigrateException(ErrorKind.USAGE, "--sql prints what --align or --baseline would say.",
                    "Add one of them; what would be recorded is said by --dry-run.");
        }
    }

    private int baseline(Project project) {
        var written = new Baseline(project, WritingCommand.randomId());
        var text = written.text();
        if (sql || dryRun) {
            say("-- migrate:up\n" + text.up() + "\n\n-- migrate:down\n" + text.down());
            answer(() -> Map.of("up", text.up(), "down", text.down()));
            return DONE;
        }
        var file = written.write(text);
        var shown = project.settings().dirAsWritten() + "/" + file.getFileName();
        boolean adopted = false;
        try {
            say(shown);
            adopted = adopt(project, written.request(), Map.of("path", shown)) == DONE;
            return adopted ? DONE : FOUND;
        } finally {
            if (!adopted) {
                Baseline.withdraw(file);
                tell(shown + " is removed again, because nothing was recorded.");
            }
        }
    }

    private int adopt(Project project, Request request, Map<String, Object> fields) {
        try (var adoption = new Adoption(project, request)) {
            var verdict = adoption.verdict();
            name(project);
            verdict.notes().forEach(this::tell);
            if (verdict instanceof Verdict.Known known) {
                return known(project, adoption, known, fields);
            }
            return verdict instanceof Verdict.Apart apart ? apart(apart) : nothing(project, verdict.notes());
        }
    }

    private int nothing(Project project, List<String> notes) {
        var state = project.state();
        say("Nothing to do. " + ApplyingCommand.where(state));
        answer(() -> document(Json.steps(List.of(), state.current()), notes, Map.of()));
        return DONE;
    }

    private int known(Project project, Adoption adoption, Verdict.Known known, Map<String, Object> fields) {
        var changes = known.alignment().map(Alignment::changes).orElse(List.of());
        var answer = new LinkedHashMap<>(fields);
        known.alignment().ifPresent(it -> {
            answer.put("differences", changes.stream().map(Json::difference).toList());
            answer.put("sql", it.text());
        });
        if (sql) {
            known.alignment().filter(it -> !it.isEmpty()).ifPresent(it -> say(it.text()));
        }
        if (sql || dryRun) {
            return planned(project, known, answer);
        }
        Confirmation.require(project, yes, surroundings(), spec.commandLine().getErr());
        List<Done> done;
        try (var database = project.open()) {
            surroundings().interruption().concerns(database);
            done = adoption.carryOut(known, database);
        } finally {
            surroundings().interruption().concerns(null);
        }
        changes.forEach(it -> say("align  " + it.line()));
        known.adopted().forEach(it -> say("adopt  " + line(it)));
        var after = project.state();
        say(ApplyingCommand.where(after));
        answer(() -> document(Json.steps(done, after.current()), known.notes(), answer));
        return DONE;
    }

    private int planned(Project project, Verdict.Known known, Map<String, Object> answer) {
        if (!sql) {
            known.alignment().ifPresent(it -> project.read(database -> {
                it.refuse(database, allowed);
                return true;
            }));
            known.alignment().ifPresent(it -> it.changes().forEach(change -> say("would align  " + change.line())));
            known.adopted().forEach(it -> say("would adopt  " + line(it)));
        }
        var steps = known.adopted().stream().map(it -> new Done("adopt", it.revision(), 0)).toList();
        var graph = project.scripts().graph();
        var ids = known.adopted().stream().map(it -> it.revision().id()).collect(Collectors.toSet());
        var current = graph.current(ids).stream().map(graph::get).toList();
        answer(() -> document(Json.steps(steps, current), known.notes(), answer));
        return DONE;
    }

    private static String line(Verdict.Adopted adopted) {
        var revision = adopted.revision();
        return revision.id() + (revision.message().isEmpty() ? "" : "  " + revision.message()) + "  ("
                + adopted.origin() + ")";
    }

    /** Says what the database is nearest to, what is between the two, and what can be done about it. */
    private int apart(Verdict.Apart apart) {
        var ids = ApplyingCommand.ids(apart.nearest());
        say((as.isEmpty() ? "This database is no revision of this folder. The nearest is " : "This database is not ")
                + ids + "; to be that, it would have to change:");
        apart.differences().forEach(it -> say("    " + it.line()));
        tell("`migrate adopt --align" + (as.isEmpty() ? "" : " --as " + String.join(",", as))
                + "` changes it (--dry-run shows how); "
                + (as.isEmpty() ? "`migrate adopt --baseline --dir NEW` begins anew from what it is."
                        : "`--allow difference` records it as that all the same."));
        answer(() -> document(Json.steps(List.of(), List.of()), apart.notes(), fields(apart)));
        return FOUND;
    }

    private static Map<String, Object> fields(Verdict.Apart apart) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("nearest", apart.nearest().stream().map(Revision::id).toList());
        var differences = new ArrayList<Map<String, Object>>();
        for (Described difference : apart.differences()) {
            differences.add(Json.difference(difference));
        }
        fields.put("differences", differences);
        return fields;
    }

    private static Map<String, Object> document(Map<String, Object> steps, List<String> notes,
                                                Map<String, Object> more) {
        var document = new LinkedHashMap<>(steps);
        document.put("notes", notes);
        document.putAll(more);
        return document;
    }
}
