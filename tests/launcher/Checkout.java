package tests.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A copy of the launcher in a folder of its own, run as a real process in an environment of its own. */
final class Checkout {
    private static final int SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /** Copies the launcher into {@code folder}, which is made; HOME and JBang's folder are beside it. */
    Checkout(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.copy(Repository.ROOT.resolve("jbang"), launcher());
        launcher().toFile().setExecutable(true);
        environment.put("HOME", Files.createDirectories(folder.resolveSibling("home")).toString());
        environment.put("JBANG_DIR", folder.resolveSibling("jbang home").toString());
    }

    Path launcher() {
        return folder.resolve("jbang");
    }

    Path folder() {
        return folder;
    }

    Path cache() {
        return Path.of(environment.get("JBANG_DIR"), "cache");
    }

    /** Sets a variable of the environment that the launcher is run in; nothing else is inherited. */
    Checkout with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Puts another value in the place of a setting at the top of the launcher, {@code sha256} for instance. */
    Checkout setting(String name, String value) throws IOException {
        String text = Files.readString(launcher());
        Files.writeString(launcher(), text.replaceFirst("(?m)^" + name + "=.*$", name + "=" + value));
        return this;
    }

    /** Runs the launcher in its folder, with nothing on standard input. */
    Run run(String... arguments) {
        return runIn(folder, "", command(launcher().toString(), arguments));
    }

    /** Writes a file of the checkout, in folders that need not be there. */
    Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Runs any command in any folder, in the environment of this checkout. */
    Run runIn(Path directory, String input, List<String> command) {
        return start(directory, command).finish(input);
    }

    /** Starts the launcher {@code count} times at once, and waits for all. */
    List<Run> runAtOnce(int count, String... arguments) {
        List<Running> started = IntStream.range(0, count)
                .mapToObj(it -> start(folder, command(launcher().toString(), arguments))).toList();
        return started.stream().map(it -> it.finish("")).toList();
    }

    static List<String> command(String program, String... arguments) {
        return Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    }

    private Running start(Path directory, List<String> command) {
        try {
            Path out = Files.createTempFile(folder.getParent(), "out", ".txt");
            Path err = Files.createTempFile(folder.getParent(), "err", ".txt");
            var builder = new ProcessBuilder(command).directory(directory.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that writes into files, so that nobody has to read along. */
    private record Running(Process process, Path out, Path err) {
        Run finish(String input) {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It ended without reading: what it says is looked at below.
            }
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("Still running after " + SECONDS + " s\n" + Files.readString(err));
                }
                return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
