package restrack.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.PrivateFolder;

/**
 * Libraries as JBang finds them: from the local Maven repository, else from where the user's JBang is told to look.
 * Answers are kept as long as all their jars are there, so that JBang is started once for a set of libraries.
 */
public final class LauncherDependencies implements Dependencies {
    private static final int LINES_SHOWN = 5;
    private static final Pattern CAUSE = Pattern.compile("^Caused by: [\\w.$]+: (.*)$", Pattern.MULTILINE);

    private final Path cache;
    private final Map<String, String> environment;
    private final Path folder;

    /** @param cache the folder for answers, made if missing; if it is not private to the user, it is not used */
    public LauncherDependencies(Path cache) {
        this(cache, System.getenv(), Path.of(""));
    }

    /**
     * As above, looking elsewhere for the launcher.
     *
     * @param environment the environment variables that tell where it is
     * @param folder      the folder that may have one of its own
     */
    public LauncherDependencies(Path cache, Map<String, String> environment, Path folder) {
        this.cache = cache;
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    @Override
    public List<Path> resolve(List<String> coordinates) {
        var kept = PrivateFolder.open(cache);
        var name = ClassCache.sha256(String.join("\n", coordinates)) + ".classpath";
        var known = kept.map(it -> it.path().resolve(name)).flatMap(LauncherDependencies::recall);
        if (known.isPresent()) {
            return known.get();
        }
        var found = ask(coordinates);
        kept.ifPresent(it -> remember(it, name, found));
        return found;
    }

    private static Optional<List<Path>> recall(Path file) {
        try {
            var jars = Files.readAllLines(file).stream().map(Path::of).toList();
            return jars.isEmpty() || !jars.stream().allMatch(Files::isRegularFile)
                    ? Optional.empty() : Optional.of(jars);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void remember(PrivateFolder folder, String name, List<Path> jars) {
        var lines = jars.stream().map(Path::toString).collect(Collectors.joining("\n"));
        try {
            folder.write(name, lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The next run asks again.
        }
    }

    private List<Path> ask(List<String> coordinates) {
        var launcher = Launcher.find(environment, folder).orElseThrow(() -> notFound(coordinates,
                "no JBang was found to fetch them with",
                "Install JBang (https://www.jbang.dev), or let JBANG_LAUNCH_CMD name its launcher."));
        try {
            var scratch = Files.createTempDirectory("migrate-deps");
            try {
                var script = scratch.resolve("deps.java");
                Files.writeString(script, coordinates.stream().map(it -> "//DEPS " + it + "\n")
                        .collect(Collectors.joining("", "", "class deps {}\n")));
                var question = List.of("--verbose", "info", "classpath", "--deps-only", script.toString());
                return jars(coordinates, launcher, launcher.run(scratch, question));
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw notFound(coordinates, "%s could not be run: %s".formatted(launcher.path(), e.getMessage()), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while fetching libraries.", "", e);
        }
    }

    private static List<Path> jars(List<String> coordinates, Launcher launcher, Launcher.Answer answer) {
        var lines = answer.out().strip().lines().toList();
        var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        var jars = Arrays.stream(last.split(File.pathSeparator)).filter(it -> !it.isBlank()).map(Path::of).toList();
        if (answer.exitCode() == 0 && !jars.isEmpty() && jars.stream().allMatch(Files::isRegularFile)) {
            return jars;
        }
        throw notFound(coordinates, "%s ended with %d:%s".formatted(launcher.path(), answer.exitCode(),
                reason(answer.err())), "Check the coordinates and the network.");
    }

    /** The cause at the bottom of a stack trace, which JBang shows with {@code --verbose} only; else its last words. */
    private static String reason(String err) {
        var causes = CAUSE.matcher(err).results().map(it -> it.group(1)).toList();
        if (!causes.isEmpty()) {
            return " " + causes.get(causes.size() - 1).strip();
        }
        var lines = err.strip().lines().filter(it -> !it.isBlank()).toList();
        return lines.isEmpty() ? " it named no jar files" : lines.stream()
                .skip(Math.max(0, lines.size() - LINES_SHOWN)).map(it -> "\n    " + it).collect(Collectors.joining());
    }

    private static MigrateException notFound(List<String> coordinates, String why, String hint) {
        return new MigrateException(ErrorKind.DEPENDENCY_NOT_FOUND, "The libraries %s of a script cannot be had: %s"
                .formatted(String.join(", ", coordinates), why), hint);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(it -> {
                try {
                    Files.delete(it);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
