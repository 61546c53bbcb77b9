package restrack.wanted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Runs the command that prints the wanted schema. It inherits our environment, but for what says which database is
 * meant, and ends when we do.
 */
final class ModelCommand {
    private static final String NAME = "models.command";
    private static final String OURS = "MIGRATE_";
    private static final int LINES_SHOWN = 10;

    private final ModelSettings settings;
    private volatile Process process;

    private ModelCommand(ModelSettings settings) {
        this.settings = settings;
    }

    /**
     * {@return what the command prints on its standard output}
     *
     * @throws MigrateException {@code bad_model} where it fails, with the last lines of its standard error
     */
    static byte[] output(ModelSettings settings) {
        return new ModelCommand(settings).run();
    }

    private byte[] run() {
        var end = new Thread(this::stop, "stop " + NAME);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            process = start();
            return finish();
        } catch (IOException e) {
            throw failed("cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while " + NAME + " ran.", "", e);
        } finally {
            stop();
            remove(end);
        }
    }

    private Process start() throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        var shell = windows ? List.of("cmd", "/c") : List.of("sh", "-c");
        var builder = new ProcessBuilder(shell.get(0), shell.get(1), settings.command());
        builder.directory(settings.workingDirectory().toAbsolutePath().toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith(OURS) || settings.withheld().contains(it));
        return builder.start();
    }

    /** Both streams are read elsewhere: only the waiting for the end can be interrupted. */
    private byte[] finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var readers = List.of(reader(process.getInputStream(), output), reader(process.getErrorStream(), errors));
        int exitCode = process.waitFor();
        for (var reader : readers) {
            reader.join();
        }
        if (exitCode != 0) {
            throw failed("ended with exit code " + exitCode + "." + lastLines(errors), null);
        }
        return output.toByteArray();
    }

    private static Thread reader(InputStream from, ByteArrayOutputStream to) {
        var reader = new Thread(() -> copy(from, to), "read " + NAME);
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

    private static MigrateException failed(String what, Exception cause) {
        return new MigrateException(ErrorKind.BAD_MODEL, "The command of the setting " + NAME + " " + what,
                "It runs in the shell, in the folder that you are in: try it there.", cause);
    }
}
