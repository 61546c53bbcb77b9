package restrack.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Tells what is wrong with a call: what was not understood, and what was probably meant. */
final class WrongUsage {
    private static final int FURTHEST = 2;

    private WrongUsage() {
    }

    static MigrateException explain(ParameterException error) {
        var line = error.getCommandLine();
        var message = error.getMessage().replace("option option", "option");
        var hint = "`" + line.getCommandSpec().qualifiedName() + " --help` lists what there is.";
        if (error instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            var word = unmatched.getUnmatched().get(0);
            boolean option = word.startsWith("-");
            message = option ? "There is no option '" + word + "' here"
                    : line.getSubcommands().isEmpty() ? "'" + word + "' is more than the command takes"
                    : "There is no command '" + word + "'";
            var meant = meant(word, option ? optionsOf(line) : List.copyOf(line.getSubcommands().keySet()));
            hint = meant.isEmpty() ? hint : "Did you mean `" + meant + "`? " + hint;
        }
        return new MigrateException(ErrorKind.USAGE, message + (message.endsWith(".") ? "" : "."), hint, error);
    }

    private static List<String> optionsOf(CommandLine line) {
        var names = new ArrayList<String>();
        line.getCommandSpec().options().forEach(it -> names.addAll(Arrays.asList(it.names())));
        return names;
    }

    private static String meant(String word, List<String> known) {
        var meant = "";
        int nearest = Math.min(FURTHEST, word.length() / 2) + 1;
        for (var name : known) {
            int distance = distance(word, name);
            if (distance < nearest) {
                nearest = distance;
                meant = name;
            }
        }
        return meant;
    }

    /** {@return how many letters are missing, too many, wrong, or swapped with their neighbour} */
    private static int distance(String a, String b) {
        var table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(table[i - 1][j - 1] + same, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
                table[i][j] = swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
            }
        }
        return table[a.length()][b.length()];
    }
}
