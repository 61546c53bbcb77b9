package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** The text of {@code --help}: first what a command has of its own, then what all commands have. */
final class HelpText {
    private HelpText() {
    }

    /** {@return what is to be known about a command} */
    static String of(CommandLine line, Style style) {
        line.getCommandSpec().usageMessage().abbreviateSynopsis(true).commandListHeading("%nCommands:%n")
                .parameterListHeading("%n");
        var sections = new ArrayList<>(line.getHelpSectionKeys());
        var commands = List.of(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        sections.removeAll(commands);
        sections.addAll(sections.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING), commands);
        line.setHelpSectionKeys(sections);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpText::options);
        return line.getUsageMessage(style.colors() ? Ansi.ON : Ansi.OFF);
    }

    private static String options(Help help) {
        var all = help.commandSpec().options().stream()
                .collect(Collectors.partitioningBy(it -> it.scopeType() == ScopeType.INHERIT));
        var own = help.optionListExcludingGroups(all.get(false));
        boolean first = !own.isEmpty() && help.parameterList().isEmpty();
        return (first ? "\n" : "") + own
                + "\nWith every command:\n" + help.optionListExcludingGroups(all.get(true));
    }
}
