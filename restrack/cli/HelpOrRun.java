package restrack.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import restrack.Version;

/** Answers {@code --help} and {@code --version} where they are asked for, and runs the command otherwise. */
final class HelpOrRun implements IExecutionStrategy {
    @Override
    public int execute(ParseResult result) {
        for (var line : result.asCommandLineList()) {
            if (line.isUsageHelpRequested()) {
                return help(line);
            }
            if (line.isVersionHelpRequested()) {
                var version = Version.VERSION;
                return print(line, "version", version, line.getCommandSpec().root().name() + " " + version + "\n");
            }
        }
        return new RunLast().execute(result);
    }

    /** Prints what is to be known about a command. */
    static int help(CommandLine line) {
        var root = (Root) line.getCommandSpec().root().userObject();
        var text = HelpText.of(line, Style.of(root.globalOptions().noColor || root.globalOptions().json,
                root.around()));
        return print(line, "help", text);
    }

    /** Prints a text, as it is and as the answer of that name in JSON. */
    static int print(CommandLine line, String key, String text) {
        return print(line, key, text, text);
    }

    private static int print(CommandLine line, String key, String value, String text) {
        var root = line.getCommandSpec().root();
        var out = root.commandLine().getOut();
        if (((Root) root.userObject()).globalOptions().json) {
            out.println(Json.text(Map.of(key, value)));
        } else {
            out.print(text);
        }
        out.flush();
        return BaseCommand.DONE;
    }
}
