package tests.docs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import restrack.cli.CommandLines;
import restrack.cli.Surroundings;

/** Commands as pages write them: {@code ./jbang migrate upgrade}, {@code jbang revision@restrack -m "…"}. */
final class Commands {
    private static final Pattern OURS = Pattern.compile(
            "(?:\\S*jbang )?(?<name>migrate|revision)(?:@restrack|\\.java)?(?<rest> .+)?");
    private static final Pattern WORD = Pattern.compile("\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<plain>\\S+)");

    private Commands() {
    }

    /**
     * One of our commands.
     *
     * @param name      {@code migrate} or {@code revision}
     * @param arguments what follows
     */
    record Command(String name, List<String> arguments) {
        /** Parses it as the tool would, and runs nothing. */
        void parse() {
            line(Path.of(""), new PrintWriter(System.err)).parseArgs(arguments.toArray(String[]::new));
        }

        /** Runs it in this process; both its streams go to one writer, in the order in which it writes. */
        int run(Path folder, PrintWriter terminal) {
            int code = line(folder, terminal).execute(arguments.toArray(String[]::new));
            terminal.flush();
            return code;
        }

        private CommandLine line(Path folder, PrintWriter terminal) {
            var around = new Surroundings(folder, Map.of(), false, Surroundings.Interruption.NONE);
            var line = name.equals("migrate") ? CommandLines.migrate(around) : CommandLines.revision(around);
            return line.setOut(terminal).setErr(terminal);
        }
    }

    /** {@return the command that a line of a page is, if it is one of ours} */
    static Optional<Command> of(String line) {
        var ours = OURS.matcher(line.strip());
        if (!ours.matches()) {
            return Optional.empty();
        }
        var rest = ours.group("rest");
        return Optional.of(new Command(ours.group("name"), rest == null ? List.of() : words(rest)));
    }

    /** {@return the words of a line, as a shell would cut it} */
    static List<String> words(String line) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group("double") != null ? matcher.group("double")
                    : matcher.group("single") != null ? matcher.group("single") : matcher.group("plain"));
        }
        return words;
    }
}
