package tests.alter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tests.Jvm;

/** Another JVM, which is to be killed. */
final class KilledProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final List<String> said = new ArrayList<>();

    private KilledProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * How it ended.
     *
     * @param killed whether it was still running
     * @param said   its lines on both of its outputs
     */
    record End(boolean killed, List<String> said) {
    }

    /** Starts a class of the tests or of the toolkit, with a small heap and a compiler that begins early. */
    static KilledProcess start(Class<?> main, Path folder, String... arguments) {
        var command = Jvm.command(main, arguments);
        command.add(1, "-Xmx64m");
        var builder = Jvm.withoutSettings(command, folder).redirectErrorStream(true);
        try {
            return new KilledProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line that begins so. */
    KilledProcess await(String beginning) {
        do {
            if (!readLine()) {
                throw new AssertionError("'" + beginning + "' was not said: " + String.join("\n", said));
            }
        } while (!said.get(said.size() - 1).startsWith(beginning));
        return this;
    }

    /** Lets it run for so long, then ends it as {@code kill -9} does, and waits until it is gone. */
    End killAfter(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        boolean killed = process.isAlive();
        // Not through the process itself, which would throw away what has not been read yet.
        process.toHandle().destroyForcibly();
        return new End(end() != 0 && killed, List.copyOf(said));
    }

    /** {@return its exit code, once it has ended by itself} */
    int end() {
        while (readLine()) {
            continue;
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean readLine() {
        try {
            var line = lines.readLine();
            if (line != null) {
                said.add(line);
            }
            return line != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
