package restrack.cli;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import restrack.config.DatabaseUrl;
import restrack.config.Key;
import restrack.database.Databases;

/** The two commands as processes of their own: with a terminal, with Ctrl-C, with an exit code. */
public final class Main {
    private Main() {
    }

    /** Runs {@code migrate} and ends the process. */
    public static void migrate(String... arguments) {
        var shutdown = new Shutdown();
        if (CommandLines.needDatabase(List.of(arguments))) {
            Databases.prepare(likelyDatabase(List.of(arguments)));
        }
        run(CommandLines.migrate(surroundings(shutdown), List.of(arguments)), shutdown, arguments);
    }

    /** Runs {@code revision} and ends the process. */
    public static void revision(String... arguments) {
        var shutdown = new Shutdown();
        run(CommandLines.revision(surroundings(shutdown), List.of(arguments)), shutdown, arguments);
    }

    /**
     * {@return what kind of database it is going to be, as far as a glance tells} Settings take longer to read than
     * this may take, and a wrong guess does no harm.
     */
    private static String likelyDatabase(List<String> arguments) {
        int option = arguments.indexOf("--url");
        var said = Stream.concat(
                option >= 0 && option + 1 < arguments.size() ? Stream.of(arguments.get(option + 1)) : Stream.empty(),
                Stream.of("MIGRATE_URL", "DB_RESTRACK", "DATABASE_URL").map(System.getenv()::get));
        return said.filter(Objects::nonNull).findFirst().map(DatabaseUrl::likelyKind)
                .orElse(DatabaseUrl.likelyKind(Key.URL_DEFAULT.fallback()));
    }

    private static Surroundings surroundings(Shutdown shutdown) {
        return new Surroundings(Path.of(""), System.getenv(), Terminal.isThere(), shutdown);
    }

    private static void run(CommandLine line, Shutdown shutdown, String... arguments) {
        // Written in one piece, a thousand lines take a hundredth of the time.
        line.setOut(new PrintWriter(new BufferedWriter(line.getOut())));
        int code = line.execute(arguments);
        line.getOut().flush();
        shutdown.commandHasEnded();
        Training.runIfDue();
        System.exit(code);
    }
}
