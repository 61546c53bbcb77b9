package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import restrack.ErrorKind;
import restrack.cli.CommandLines;
import restrack.cli.Surroundings;

/** Every command on a page is one that the tool understands, and the README's tables have every one. */
class CommandsTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

    private static final Surroundings AROUND =
            new Surroundings(Path.of(""), Map.of(), false, Surroundings.Interruption.NONE);

    @Test
    void everyCommandOfEveryPageIsUnderstood() {
        var problems = new ArrayList<String>();
        int understood = 0;
        for (var page : Page.all()) {
            for (var text : texts(page)) {
                var command = Commands.of(text);
                // Alone, the two names are those of the commands.
                if (command.isEmpty() || command.get().arguments().isEmpty()) {
                    continue;
                }
                try {
                    command.get().parse();
                    understood++;
                } catch (CommandLine.MissingParameterException e) {
                    // In a sentence, a command may be named without all that it needs.
                    if (!page.spans().contains(text)) {
                        problems.add(page.path() + ": " + text + "\n    " + e.getMessage());
                    }
                } catch (CommandLine.ParameterException e) {
                    problems.add(page.path() + ": " + text + "\n    " + e.getMessage());
                }
            }
        }
        assertEquals("", String.join("\n", problems));
        assertTrue(understood > 40, "only " + understood + " commands were found");
    }

    private static Set<String> texts(Page page) {
        var texts = new TreeSet<String>(page.spans());
        for (var fence : page.fences()) {
            if (Set.of("sh", "console").contains(fence.language())) {
                fence.lines().stream().filter(it -> fence.language().equals("sh") || it.startsWith("$ "))
                        .map(it -> it.replaceFirst("^\\$ ", "").replaceFirst(" +[#>].*|; echo .*", ""))
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    @Test
    void theReadmesTableHasEveryCommandWithAllItsOptions() {
        var said = new TreeMap<String, Set<String>>();
        for (var row : Page.of("README.md").rows()) {
            var names = row.get(0).replace("`", "").split("[ ,]+");
            if (Set.of("migrate", "revision").contains(names[0]) && row.size() > 1) {
                var subcommands = Arrays.stream(names).skip(1).filter(it -> it.matches("[a-z]+(-[a-z]+)*")).toList();
                subcommands.forEach(it -> said.put(names[0] + " " + it, options(row)));
                if (subcommands.isEmpty()) {
                    said.put(names[0], options(row));
                }
            }
        }
        var there = new TreeMap<String, Set<String>>();
        for (var line : Set.of(CommandLines.migrate(AROUND), CommandLines.revision(AROUND))) {
            line.getSubcommands().values().stream().filter(it -> !it.getCommandName().equals("help"))
                    .forEach(it -> there.put(it.getCommandSpec().qualifiedName(), own(it)));
        }
        var revision = CommandLines.revision(AROUND);
        there.put("revision", own(revision));
        assertEquals(lines(there), lines(said));
    }

    @Test
    void theReadmeHasEveryOptionOfEveryCommand() {
        var line = CommandLines.migrate(AROUND);
        line.setOut(new PrintWriter(System.err));
        var global = line.getCommandSpec().options().stream().map(OptionSpec::longestName).filter(it -> it.length() > 2)
                .collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(global);
        missing.removeAll(OPTION.matcher(Page.of("README.md").prose()).results().map(it -> it.group())
                .collect(Collectors.toSet()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void theReadmeHasEveryExitCode() {
        var rows = Page.of("README.md").rows().stream().map(it -> it.get(0)).toList();
        var missing = Stream.concat(Stream.of(0), Arrays.stream(ErrorKind.values()).map(ErrorKind::exitCode))
                .distinct().map(it -> "`" + it + "`").filter(it -> !rows.contains(it)).toList();
        assertEquals("[]", missing.toString());
    }

    private static Set<String> options(Iterable<String> row) {
        return OPTION.matcher(String.join(" ", row)).results().map(it -> it.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return the long names of what can be said with this command only} */
    private static Set<String> own(CommandLine command) {
        var all = new TreeSet<String>();
        var inherited = CommandLines.migrate(AROUND).getCommandSpec().optionsMap().keySet();
        for (var option : command.getCommandSpec().options()) {
            if (!option.hidden() && !option.inherited() && !inherited.contains(option.longestName())) {
                all.add(option.longestName());
            }
        }
        return all;
    }

    private static String lines(Map<String, Set<String>> commands) {
        return commands.entrySet().stream().map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining("\n"));
    }
}
