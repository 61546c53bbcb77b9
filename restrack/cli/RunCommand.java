package restrack.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.adhoc.DataMigration;
import restrack.adhoc.RanScript;
import restrack.apply.BeforeFirstChange;
import restrack.apply.Project;
import restrack.script.LooseScript;
import restrack.script.Script;

/** {@code migrate run}. */
@Command(name = "run", description = "Run SQL or Java once, outside the history, in one transaction.",
        customSynopsis = {"migrate run FILE… [OPTIONS]", "       migrate run [OPTIONS] FILE.java [ITS OPTIONS]",
            "       migrate run -e SQL [OPTIONS]"})
final class RunCommand extends ChangingCommand {
    private static final Path EXPRESSION = Path.of("-e");
    private static final Path STANDARD_INPUT = Path.of("standard input");

    @Parameters(arity = "0..*", paramLabel = "FILE", parameterConsumer = UpToJava.class,
            description = "SQL, or Java as in a migration; - is standard input. What follows a Java file is for the "
                    + "script.")
    List<String> files = new ArrayList<>();

    @Option(names = {"-e", "--expression"}, paramLabel = "SQL", description = "Statements, instead of a file.")
    List<String> expressions = List.of();

    @Option(names = "--param", paramLabel = "NAME=VALUE",
            description = "What :NAME stands for in SQL. What can only be a number is one; NAME:text=VALUE is a text "
                    + "in any case.")
    List<String> parameters = List.of();

    @Option(names = "--dry-run", description = "Run everything, show what it did, and roll it back.")
    boolean dryRun;

    @Option(names = "--allow", paramLabel = "HAZARD", split = ",",
            description = "Accept a hazard that would be refused: all-rows, drop-data, change-data.")
    Set<String> allowed = new LinkedHashSet<>();

    @Mixin
    BackupFirst backup = new BackupFirst();

    @Option(names = {"-m", "--message"}, paramLabel = "MSG", description = "What it is for; kept in the event log.")
    String message = "";

    /** What stands behind a Java file. */
    private final List<String> forScript = new ArrayList<>();

    /** Takes files one by one, and with a Java file everything behind it, options too. */
    static final class UpToJava implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> words, ArgSpec argument, CommandSpec command) {
            var run = (RunCommand) command.userObject();
            var file = words.pop();
            run.files.add(file);
            if (!file.endsWith(".java")) {
                return;
            }
            if (!words.isEmpty() && words.peek().equals("--")) {
                words.pop();
            }
            while (!words.isEmpty()) {
                run.forScript.add(words.pop());
            }
        }
    }

    @Override
    int run() {
        if (files.isEmpty() == expressions.isEmpty() || expressions.size() > 1) {
            throw new MigrateException(ErrorKind.USAGE, "Say what to run: files, or statements with one -e.",
                    "`migrate run fix.sql` for instance, or `migrate run -e \"UPDATE …; UPDATE …\"`.");
        }
        try (var project = project()) {
            var migration = DataMigration.of(project, scripts(project),
                    new restrack.adhoc.Parameters(parameters), allowed);
            var arguments = new ScriptArguments(spec, files.isEmpty() ? "" : files.get(files.size() - 1));
            if (migration.lastJava().isPresent() && arguments.helps(migration.lastJava().get(), forScript)) {
                return DONE;
            }
            var given = migration.lastJava().map(it -> arguments.fill(it, forScript)).orElse(Map.of());
            return run(project, migration, given);
        }
    }

    private int run(Project project, DataMigration migration, Map<String, String> given) {
        requireDatabase(project);
        long start = System.nanoTime();
        if (migration.isOnlyRead()) {
            name(project);
            return tell(project, project.read(migration::read).orElseThrow(), start);
        }
        var before = BeforeFirstChange.NOTHING;
        if (dryRun) {
            name(project);
            backup.tellIfDue(project, migration::risksData, this);
        } else {
            before = backup.prepare(project, migration::risksData, this);
            confirm(project);
        }
        try (var database = project.open()) {
            surroundings().interruption().concerns(database);
            var scriptOutput = new ScriptOutput(spec.commandLine().getErr());
            try {
                return tell(project, migration.run(database, message, given, dryRun, before), start);
            } catch (MigrateException e) {
                return backup.stopped(e, project, this);
            } finally {
                scriptOutput.close();
                surroundings().interruption().concerns(null);
            }
        }
    }

    private int tell(Project project, List<RanScript> done, long start) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        RunReport.lines(done, dryRun, millis).forEach(this::say);
        answer(() -> backup.with(RunReport.document(done, dryRun, millis), project));
        return DONE;
    }

    private List<Script> scripts(Project project) {
        var syntax = project.dialect().syntax();
        var scripts = new ArrayList<Script>();
        expressions.forEach(it -> scripts.add(LooseScript.sql(it, EXPRESSION, syntax)));
        for (var file : files) {
            scripts.add(file.equals("-") ? LooseScript.sql(standardInput(), STANDARD_INPUT, syntax)
                    : LooseScript.read(project.settings().workingDirectory().resolve(file), Path.of(file), syntax));
        }
        return scripts;
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "Standard input cannot be read: " + e.getMessage() + ".",
                    "", e);
        }
    }
}
