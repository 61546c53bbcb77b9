package tests.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import restrack.cli.Main;
import tests.Project;
import tests.Result;

/** A command as a process on a terminal of its own, which util-linux's {@code script} makes. */
final class OnTerminal {
    private OnTerminal() {
    }

    public static void main(String... arguments) {
        var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        if (arguments[0].equals("migrate")) {
            Main.migrate(rest);
        } else {
            Main.revision(rest);
        }
    }

    /** Runs {@code migrate} and types something; what the terminal showed is the result's {@code out}. */
    static Result migrate(Project project, String typed, String... arguments) {
        return run("migrate", project, typed, arguments);
    }

    /** The same with {@code revision}. */
    static Result revision(Project project, String typed, String... arguments) {
        return run("revision", project, typed, arguments);
    }

    private static Result run(String name, Project project, String typed, String... arguments) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no `script` of util-linux");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                OnTerminal.class.getName(), name));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder("script", "-qec", "'" + String.join("' '", command) + "'", "/dev/null")
                    .directory(project.folder().toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(it -> it.startsWith("MIGRATE_") || it.equals("DB_RESTRACK")
                    || it.equals("DATABASE_URL") || it.equals("JAVA_TOOL_OPTIONS") || it.equals("NO_COLOR"));
            var process = builder.start();
            try (var input = process.getOutputStream()) {
                input.write((typed + "\n").getBytes(StandardCharsets.UTF_8));
                input.flush();
                var shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor(1, TimeUnit.MINUTES);
                return new Result(process.exitValue(), shown, "");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
