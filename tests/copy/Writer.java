package tests.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import tests.Jvm;

/** Another program that writes all the time: every few milliseconds a transaction adds a row to two tables. */
final class Writer {
    private final Process process;

    private Writer(Process process) {
        this.process = process;
    }

    /** Does something while it writes. */
    static void writing(Path file, Runnable meanwhile) {
        var writer = start(file);
        try {
            meanwhile.run();
        } finally {
            writer.stop();
        }
    }

    /** Starts it, and waits until it has written something. */
    private static Writer start(Path file) {
        try {
            var process = new ProcessBuilder(Jvm.command(Writer.class, file.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            if (process.getInputStream().read() < 0) {
                throw new AssertionError("The writer did not come up.");
            }
            return new Writer(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it end; it fails if it could not write once. */
    private void stop() {
        try {
            process.getOutputStream().write('.');
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new AssertionError("The writer failed.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The other program itself: a file. */
    public static void main(String... arguments) throws SQLException, IOException, InterruptedException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
             var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 30000");
            statement.execute("PRAGMA synchronous = OFF");
            for (long i = 0; System.in.available() == 0; i++) {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("INSERT INTO left_side (n) VALUES (" + i + ")");
                statement.execute("INSERT INTO right_side (n) VALUES (" + i + ")");
                statement.execute("COMMIT");
                if (i == 0) {
                    System.out.write('.');
                    System.out.flush();
                }
                Thread.sleep(3);
            }
        }
    }
}
