package tests.alter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code sqlite3} program, whichever version of it is installed. */
final class Sqlite3 {
    /**
     * What newer programs begin with, and older ones can be told: no schema is written by hand, no string is in double
     * quotes, no schema is trusted.
     */
    static final List<String> AS_IF_NEWER = List.of(".dbconfig defensive on", ".dbconfig dqs_ddl off",
            ".dbconfig dqs_dml off", ".dbconfig trusted_schema off");

    private final Path folder;
    private final List<String> settings;

    /**
     * How it ended.
     *
     * @param said what it wrote, errors included
     */
    record Ended(int exitCode, String said) {
    }

    /**
     * @param folder   where the scripts are kept
     * @param settings commands that it begins with
     */
    Sqlite3(Path folder, List<String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** {@return its version; nothing if there is no such program} */
    static Optional<String> version() {
        try {
            var process = new ProcessBuilder("sqlite3", "--version").redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());
            return process.waitFor() == 0 ? Optional.of(said.split(" ")[0]) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a script on a database. */
    Ended run(Path database, String script) {
        var command = new ArrayList<>(List.of("sqlite3", "-batch", "-init", "/dev/null"));
        settings.forEach(it -> command.addAll(List.of("-cmd", it)));
        command.add(database.toString());
        try {
            var input = Files.writeString(folder.resolve("script.sql"), script);
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(input.toFile()).start();
            var said = new String(process.getInputStream().readAllBytes());
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
