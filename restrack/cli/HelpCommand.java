package restrack.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code migrate help [COMMAND]}: what {@code --help} shows. */
@Command(name = "help", description = "Show what a command can do.")
final class HelpCommand extends BaseCommand {
    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A command; without one, all are listed.")
    String command;

    @Override
    int run() {
        var root = spec.root().commandLine();
        var asked = command == null ? root : root.getSubcommands().get(command);
        if (asked == null) {
            throw new ParameterException(root, "There is no command '" + command + "'.");
        }
        asked.usage(out());
        return DONE;
    }
}
