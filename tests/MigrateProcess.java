package tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import restrack.cli.Main;

/** The command {@code migrate} as a real process, in the folder of a project. */
public final class MigrateProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private MigrateProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What {@code migrate.java} does, which as a script of its own is not among the tests. */
    public static void main(String... arguments) {
        Main.migrate(arguments);
    }

    public static MigrateProcess start(Project project, String... arguments) {
        try {
            var out = Files.createTempFile(project.folder(), "process", ".out");
            var err = Files.createTempFile(project.folder(), "process", ".err");
            var builder = Jvm.withoutSettings(Jvm.command(MigrateProcess.class, arguments), project.folder())
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(project.environment());
            return new MigrateProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its number} */
    public long pid() {
        return process.pid();
    }

    /** Waits until it has written a text to standard error. */
    public MigrateProcess awaitWords(String text) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!read(err).contains(text)) {
            if (!process.isAlive() && !read(err).contains(text) || System.nanoTime() > end) {
                throw new AssertionError("'" + text + "' was not said: " + read(out) + read(err));
            }
            pause();
        }
        return this;
    }

    /** {@return whether it has written a text to standard output} */
    public boolean said(String text) {
        return read(out).contains(text);
    }

    /** {@return whether it has not ended yet} */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has ended. */
    public Result end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It does not end: " + read(out) + read(err));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Result(process.exitValue(), read(out), read(err));
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public Result kill() {
        process.destroyForcibly();
        return end();
    }

    /** Presses Ctrl-C. */
    public void interrupt() {
        signal("INT");
    }

    /** Lets it stand still, as a machine that pauses does, from the return of this on. */
    public void suspend() {
        signal("STOP");
        // The signal is on its way for a moment, in which threads go on.
        var threads = Path.of("/proc", Long.toString(process.pid()), "task");
        while (Files.isDirectory(threads) && !standsStill(threads)) {
            Thread.onSpinWait();
        }
    }

    private static boolean standsStill(Path threads) {
        try (var all = Files.newDirectoryStream(threads)) {
            for (var thread : all) {
                var state = Files.readString(thread.resolve("stat")).replaceFirst("(?s).*\\) ", "").charAt(0);
                if (state != 'T' && state != 't' && state != 'Z') {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // A thread has ended while it was looked at.
            return false;
        }
    }

    /** Lets it go on. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            end();
        }
    }
}
