package restrack.cli;

import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine.Option;

/** {@code --generate-completion}: a script with which a shell completes commands and options. */
final class Completion {
    @Option(names = "--generate-completion", description = "Print a completion script for bash and zsh.")
    boolean wanted;

    /** Prints the script of a command. */
    int print(BaseCommand root) {
        var line = root.spec.commandLine();
        var script = AutoComplete.bash(line.getCommandName(), line);
        root.say(script.stripTrailing());
        root.answer(() -> Map.of("completion", script));
        return BaseCommand.DONE;
    }
}
