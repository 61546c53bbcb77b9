package restrack.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

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
            throw new UnmatchedArgumentException(root, List.of(command));
        }
        return HelpOrRun.help(asked);
    }
}
