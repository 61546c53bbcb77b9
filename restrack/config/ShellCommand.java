package restrack.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * A command of the shell that a setting names. It inherits our environment, but for what says which database is meant,
 * and ends when we do.
 */
public final class ShellCommand {
    private static final String OURS = "MIGRATE_";
    private static final int LINES_SHOWN = 10;

    private final String setting;
    private final String command;
    private final Path folder;
    private final Collection<String> withheld;
    private volatile Process process;

    /**
     * @param setting  the setting that names it
     * @param command  the command
     * @param folder   where it runs
     * @param withheld the environment variables that it does not get, besides those of the toolkit's own
     */
    public ShellCommand(String setting, String command, Path folder, Collection<String> withheld) {
        this.setting = setting;
        this.command = command;
        this.folder = folder;
        this.withheld = withheld;
    }

    /** Why a command has no output, as the end of a sentence. */
    public static final class FailedException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        FailedException(String words, Exception cause) {
            super(words, cause);
        }
    }

    /**
     * {@return what the command prints on its standard output}
     *
     * @throws FailedException  where it fails, with the last lines of its standard error
     * @throws MigrateException {@code interrupted}
     */
    public byte[] output() throws FailedException {
        var end = new Thread(this::stop, "stop " + setting);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            process = start();
            return finish();
        } catch (IOException e) {
            throw new FailedException("cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while " + setting + " ran.", "", e);
        } finally {
            stop();
            remove(end);
        }
    }

    private Process start() throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        var shell = windows ? List.of("cmd", "/c") : List.of("sh", "-c");
        var builder = new ProcessBuilder(shell.get(0), shell.get(1), command);
        builder.directory(folder.toAbsolutePath().toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith(OURS) || withheld.contains(it));
        return builder.start();
    }

    /** Both streams are read elsewhere: only the waiting for the end can be interrupted. */
    private byte[] finish() throws IOException, InterruptedException, FailedException {
        process.getOutputStream().close();
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var readers = List.of(reader(process.getInputStream(), output), reader(process.getErrorStream(), errors));
        int exitCode = process.waitFor();
        for (var reader : readers) {
            reader.join();
        }
        if (exitCode != 0) {
            throw new FailedException("ended with exit code " + exitCode + "." + lastLines(errors), null);
        }
        return output.toByteArray();
    }

    private Thread reader(InputStream from, ByteArrayOutputStream to) {
        var reader = new Thread(() -> copy(from, to), "read " + setting);
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private static void copy(InputStream from, ByteArrayOutputStream to) {
        try (from) {
            from.transferTo(to);
        } catch (IOException e) {
            // The process was stopped; what it had said until then is there.
            return;
        }
    }

    private static String lastLines(ByteArrayOutputStream errors) {
        var lines = errors.toString(StandardCharsets.UTF_8).strip().lines().toList();
        return lines.stream().skip(Math.max(0, lines.size() - LINES_SHOWN)).map(it -> "\n    " + it)
                .collect(Collectors.joining());
    }

    /** The shell may have started others, which would outlive it. */
    private void stop() {
        var started = process;
        if (started != null) {
            started.descendants().forEach(ProcessHandle::destroy);
            started.destroy();
        }
    }

    private static void remove(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // We are ending already, and it runs.
            return;
        }
    }
}
