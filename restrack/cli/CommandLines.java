package restrack.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The two command lines. They never end the process, and write to their own {@code getOut()} and {@code getErr()}. */
public final class CommandLines {
    private static final Set<String> WITH_DATABASE =
            Set.of("upgrade", "downgrade", "status", "current", "show", "stamp", "check", "repair", "lint",
                    "show-table", "backup", "restore", "kept", "squash", "rehearse", "run", "load", "adopt");

    private CommandLines() {
    }

    /** {@return the {@code migrate} command with all its subcommands} */
    public static CommandLine migrate(Surroundings surroundings) {
        return with(new MigrateRoot(surroundings), migrateCommands(), List.of());
    }

    /** {@return the {@code revision} command with all its subcommands} */
    public static CommandLine revision(Surroundings surroundings) {
        return with(new RevisionRoot(surroundings), revisionCommands(), List.of());
    }

    /**
     * {@return the {@code migrate} command with as many subcommands as these arguments can need} Describing all of
     * them to picocli takes longer than most commands do.
     */
    static CommandLine migrate(Surroundings surroundings, List<String> arguments) {
        return with(new MigrateRoot(surroundings), migrateCommands(), arguments);
    }

    /** {@return the {@code revision} command, likewise} */
    static CommandLine revision(Surroundings surroundings, List<String> arguments) {
        return with(new RevisionRoot(surroundings), revisionCommands(), arguments);
    }

    /** {@return whether these arguments name a command that opens the database} */
    static boolean needDatabase(List<String> arguments) {
        return !Collections.disjoint(arguments, WITH_DATABASE);
    }

    private static Map<String, Supplier<Object>> migrateCommands() {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("upgrade", UpgradeCommand::new);
        commands.put("downgrade", DowngradeCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("branches", BranchesCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("stamp", StampCommand::new);
        commands.put("adopt", AdoptCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("lint", LintCommand::new);
        commands.put("rehearse", RehearseCommand::new);
        commands.put("show-table", ShowTableCommand::new);
        commands.put("repair", RepairCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("kept", KeptCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("load", LoadCommand::new);
        commands.put("config", ConfigCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("help", HelpCommand::new);
        return commands;
    }

    private static Map<String, Supplier<Object>> revisionCommands() {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("merge", MergeCommand::new);
        commands.put("edit", EditCommand::new);
        commands.put("squash", SquashCommand::new);
        return commands;
    }

    private static CommandLine with(Object root, Map<String, Supplier<Object>> commands, List<String> arguments) {
        var line = new CommandLine(root);
        var named = new LinkedHashMap<>(commands);
        named.keySet().retainAll(arguments);
        (named.isEmpty() || named.containsKey("help") ? commands : named)
                .forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.setExpandAtFiles(false);
        line.setAllowSubcommandsAsOptionParameters(true);
        line.setOverwrittenOptionsAllowed(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        for (var name : List.of("upgrade", "downgrade")) {
            // A target may begin with a minus: `downgrade -1`.
            var command = line.getSubcommands().get(name);
            if (command != null) {
                command.setUnmatchedOptionsArePositionalParams(true);
            }
        }
        var errors = new Errors();
        line.setExecutionStrategy(new HelpOrRun());
        line.setParameterExceptionHandler(errors);
        line.setExecutionExceptionHandler(errors);
        return line;
    }
}
