package restrack.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program that starts JBang.
 *
 * @param path its file, a shell script or a {@code .cmd}
 */
record Launcher(Path path) {
    private static final List<String> NAMES = File.separatorChar == '\\'
            ? List.of("jbang.cmd", "jbang.exe") : List.of("jbang");

    /**
     * Finds it: what started this program ({@code JBANG_LAUNCH_CMD}), else {@code jbang} on the {@code PATH}, else
     * the one of a repository that brings its own.
     *
     * @param environment the environment variables
     * @param folder      the working directory
     */
    static Optional<Launcher> find(Map<String, String> environment, Path folder) {
        // Where PowerShell started JBang the variable names a .ps1, which has a .cmd beside it.
        var started = environment.getOrDefault("JBANG_LAUNCH_CMD", "").replaceFirst("\\.ps1$", ".cmd");
        var path = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of(
                        Stream.of(started),
                        Stream.of(path).filter(it -> !it.isEmpty())
                                .flatMap(it -> NAMES.stream().map(name -> it + "/" + name)),
                        NAMES.stream())
                .flatMap(it -> it).filter(it -> !it.isBlank()).map(folder::resolve)
                .filter(it -> Files.isRegularFile(it) && Files.isExecutable(it))
                .findFirst().map(it -> new Launcher(it.toAbsolutePath()));
    }

    /**
     * What a run of it gave.
     *
     * @param exitCode its exit code
     * @param out      its standard output
     * @param err      its standard error
     */
    record Answer(int exitCode, String out, String err) {
    }

    /** Runs it to its end, or until this thread is interrupted. */
    Answer run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "launcher", ".out");
        var err = Files.createTempFile(folder, "launcher", ".err");
        var command = Stream.concat(Stream.of(path.toString()), arguments.stream()).toList();
        var process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        try {
            int exitCode = process.waitFor();
            return new Answer(exitCode, Files.readString(out), Files.readString(err));
        } finally {
            process.destroy();
        }
    }
}
