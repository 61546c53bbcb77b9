package restrack.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.autogenerate.Candidate;
import restrack.autogenerate.Decisions;

/** What {@code revision --autogenerate} can be told. */
final class Autogenerate {
    @Option(names = "--autogenerate", description = "Compare the models with the database, and write what is missing.")
    boolean wanted;

    @Option(names = "--rename", paramLabel = "T.OLD:NEW", split = ",",
            description = "With --autogenerate: a column that has a new name (OLD:NEW: a table).")
    List<String> renamed = new ArrayList<>();

    @Option(names = "--drop", paramLabel = "T.OLD", split = ",",
            description = "With --autogenerate: a column (OLD: a table) that has no new name, and may go.")
    List<String> dropped = new ArrayList<>();

    /** @throws MigrateException {@code usage} for options that do not go together */
    void requireSense(boolean java) {
        if (wanted && java) {
            throw new MigrateException(ErrorKind.USAGE, "--autogenerate writes SQL.", "Leave out --java.");
        }
        if (!wanted && !(renamed.isEmpty() && dropped.isEmpty())) {
            throw new MigrateException(ErrorKind.USAGE, "--rename and --drop are for --autogenerate.",
                    "Say `revision --autogenerate` too.");
        }
    }

    /** {@return what has been decided, and who is asked about the rest} */
    Decisions decisions(boolean terminal, PrintWriter err) {
        return new Decisions(Decisions.renamings(renamed),
                dropped.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                terminal ? Optional.of(asking(err)) : Optional.empty());
    }

    private static Predicate<Candidate> asking(PrintWriter err) {
        return candidate -> {
            err.print("Renamed: " + candidate.words() + "? With `n` its data goes. [y/n] ");
            err.flush();
            while (true) {
                var answer = System.console().readLine();
                var word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
                if (answer == null || word.startsWith("y") || word.startsWith("n")) {
                    return !word.startsWith("n");
                }
                err.print("Please answer y or n: ");
                err.flush();
            }
        };
    }
}
