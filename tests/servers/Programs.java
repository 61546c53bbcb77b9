package tests.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of servers: where they are, and how they are run. They refuse to be run by root. */
final class Programs {
    private static final long PATIENCE_SECONDS = 60;

    private Programs() {
    }

    /** {@return a program that is on the path or in one of the folders, the last of them by name first} */
    static Optional<Path> find(String name, Path... folders) {
        var path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(Stream.of(folders).sorted(Comparator.reverseOrder()), path)
                .map(it -> it.resolve(name)).filter(Files::isExecutable).findFirst();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** {@return a command as another user runs it, where this one is root} */
    static List<String> as(String user, List<String> command) {
        if (!isRoot()) {
            return command;
        }
        var all = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "env",
                "HOME=/tmp"));
        all.addAll(command);
        return all;
    }

    /** Makes a folder that this user and another one can use. */
    static void folder(Path folder, String user) throws IOException {
        Files.createDirectories(folder);
        if (isRoot()) {
            run(List.of("chown", "-R", user + ":", folder.toString()));
            for (var above = folder.getParent(); above != null && above.getParent() != null;
                    above = above.getParent()) {
                if (above.startsWith(System.getProperty("java.io.tmpdir")) && !above.equals(
                        Path.of(System.getProperty("java.io.tmpdir")))) {
                    run(List.of("chmod", "a+x", above.toString()));
                }
            }
        }
    }

    /**
     * Runs a program to its end.
     *
     * @return what it wrote
     * @throws IOException where it failed, with what it wrote
     */
    static String run(List<String> command) throws IOException {
        var out = Files.createTempFile("program", ".out");
        try {
            var process = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true)
                    .redirectOutput(out.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " does not end: " + Files.readString(out));
            }
            var said = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(command + " ended with " + process.exitValue() + ": " + said);
            }
            return said;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(out);
        }
    }

    static void signal(long pid, String name) throws IOException {
        run(List.of("kill", "-" + name, Long.toString(pid)));
    }

    static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(it -> it.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    }
}
