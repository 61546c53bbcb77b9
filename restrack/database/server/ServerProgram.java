package restrack.database.server;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Database;

/**
 * A program that comes with a server. What is secret is in its environment, which no other user can see, and never
 * among its words, which all can.
 *
 * @param command     the program and its words
 * @param environment what it finds in its environment besides
 * @param install     the package that has it, for people
 * @param url         the database that it works on, whose password is not shown
 */
public record ServerProgram(List<String> command, Map<String, String> environment, String install, DatabaseUrl url) {
    private static final int CHUNK = 1 << 16;
    private static final int LOOK_UP_MILLIS = 100;
    private static final int SHOWN_LINES = 4;
    /** What is longer has rows of somebody's in it. */
    private static final int LONGEST_LINE = 300;

    /** What is copied is copied. */
    public ServerProgram {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Runs it to its end.
     *
     * @param database for whom; interrupting it ends the program
     * @param out      where its output goes; nowhere if it is not wanted
     * @throws MigrateException {@code database_error} with what it said, {@code interrupted}, {@code file_error} where
     *                          it is not installed
     */
    public void run(Database database, Redirect out) {
        try (var running = start(out)) {
            running.process().getOutputStream().close();
            running.await(database);
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
    }

    /**
     * Runs it to its end, with something to read.
     *
     * @throws MigrateException as {@link #run} does
     * @throws IOException      where that cannot be read; the program sees no end then
     */
    public void reads(Database database, InputStream in) throws IOException {
        try (var running = start(Redirect.DISCARD)) {
            if (pump(database, in, running)) {
                running.close(database);
            }
            running.await(database);
        }
    }

    /**
     * Runs it into another one, which sees the end of its input only if this one has ended well.
     *
     * @param first what the other one reads before
     * @throws MigrateException as {@link #run} does
     */
    public void into(Database database, String first, ServerProgram sink) {
        try (var reader = sink.start(Redirect.DISCARD); var source = start(Redirect.PIPE)) {
            source.process().getOutputStream().close();
            var words = first.getBytes(StandardCharsets.UTF_8);
            if (reader.takes(words, words.length) && pump(database, source.process().getInputStream(), reader)) {
                source.await(database);
                reader.close(database);
            }
            reader.await(database);
        } catch (IOException e) {
            throw sink.failed(e.getMessage(), e);
        }
    }

    /** {@return whether the reader took everything} Otherwise it has ended, and says why. */
    private static boolean pump(Database database, InputStream from, Running reader) throws IOException {
        var bytes = new byte[CHUNK];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (!reader.takes(bytes, read)) {
                return false;
            }
            refuseInterrupted(database);
        }
        return true;
    }

    private static void refuseInterrupted(Database database) {
        if (database.isInterrupted()) {
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while the database was being copied.", "");
        }
    }

    private Running start(Redirect out) {
        var builder = new ProcessBuilder(command).redirectOutput(out);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            return new Running(this, process, CompletableFuture.supplyAsync(() -> said(process)));
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "The program " + name() + " cannot be run: "
                    + e.getMessage() + ".", "It comes with the package " + install + ". Copies of a database on a "
                    + "server are made by the server's own programs.", e);
        }
    }

    private String name() {
        return Path.of(command.get(0)).getFileName().toString();
    }

    private static String said(Process process) {
        try (var error = process.getErrorStream()) {
            return new String(error.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private MigrateException failed(String said, Exception cause) {
        boolean old = said.contains("server version mismatch");
        var lines = new ArrayList<>(said.strip().lines().toList());
        var shown = lines.stream().limit(SHOWN_LINES).map(String::strip)
                .map(it -> it.length() > LONGEST_LINE ? it.substring(0, LONGEST_LINE) + "…" : it)
                .collect(Collectors.joining("; "));
        return new MigrateException(ErrorKind.DATABASE_ERROR, name() + " has failed: "
                + url.mask(shown) + (shown.endsWith(".") ? "" : "."), old ? "The program is older than the server: "
                + "install the package " + install + " in the server's version." : tooLong(said)
                ? "If the server runs, the copy has a row that it does not take: raise its max_allowed_packet to twice "
                + "the longest value." : "", cause);
    }

    /** A server that is sent too much says so, or ends the connection before that is read. */
    private static boolean tooLong(String said) {
        return said.contains("max_allowed_packet") || said.contains("ERROR 2006") || said.contains("ERROR 2013");
    }

    /** The program while it runs. */
    private record Running(ServerProgram program, Process process, CompletableFuture<String> said)
            implements AutoCloseable {
        boolean takes(byte[] bytes, int length) {
            try {
                process.getOutputStream().write(bytes, 0, length);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        /** Says that there is nothing more to read. */
        void close(Database database) {
            refuseInterrupted(database);
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                // It has ended, and says why.
                return;
            }
        }

        void await(Database database) {
            try {
                while (!process.waitFor(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                    refuseInterrupted(database);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted.", "", e);
            }
            if (process.exitValue() != 0) {
                throw program.failed(said.join(), null);
            }
        }

        /** One that has not ended by now is not wanted any more. */
        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
