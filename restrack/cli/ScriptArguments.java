package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import restrack.Migration;

/**
 * What stands behind a Java script on the command line: it fills the fields of its class that have picocli's
 * {@code @Option} and {@code @Parameters}.
 *
 * @param run  the command that runs the script
 * @param file the script, as the user wrote it
 */
record ScriptArguments(CommandSpec run, String file) {
    /**
     * Prints what the script takes, if that is asked for with {@code --help}.
     *
     * @return whether it was asked for
     */
    boolean helps(Migration migration, List<String> words) {
        var line = line(migration);
        boolean asked = words.stream().takeWhile(it -> !it.equals("--")).map(line.getCommandSpec()::findOption)
                .anyMatch(it -> it != null && it.usageHelp());
        if (asked) {
            HelpOrRun.print(run.commandLine(), "help", line.getUsageMessage(CommandLine.Help.Ansi.OFF));
        }
        return asked;
    }

    /**
     * Fills the fields.
     *
     * @return what was given, by the name of the option or the label of the parameter
     * @throws restrack.MigrateException {@code usage}, in picocli's words
     */
    Map<String, String> fill(Migration migration, List<String> words) {
        var given = new LinkedHashMap<String, String>();
        try {
            var result = line(migration).parseArgs(words.toArray(String[]::new));
            result.matchedArgs().forEach(it -> given.put(name(it), it.originalStringValues().stream()
                    .collect(Collectors.joining(", "))));
        } catch (ParameterException e) {
            throw WrongUsage.explain(e);
        }
        return given;
    }

    private CommandLine line(Migration migration) {
        var spec = CommandSpec.forAnnotatedObjectLenient(migration);
        spec.name(run.qualifiedName() + " " + file);
        var names = new ArrayList<>(List.of("-h", "--help"));
        names.removeAll(Set.copyOf(spec.optionsMap().keySet()));
        if (!names.isEmpty()) {
            spec.addOption(OptionSpec.builder(names.toArray(String[]::new)).usageHelp(true)
                    .description("Show this.").build());
        }
        return new CommandLine(spec).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName().replaceFirst("^-+", "")
                : ((PositionalParamSpec) argument).paramLabel();
    }
}
