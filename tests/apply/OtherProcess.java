package tests.apply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import tests.Jvm;

/** Another program that uses the database: it runs a statement and then stays as it is until it is closed. */
public final class OtherProcess implements AutoCloseable {
    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Begins a transaction as the only writer. */
    public static OtherProcess writing(Path file) {
        return start(file, "BEGIN IMMEDIATE");
    }

    /** Begins to read, and does not come to an end. */
    public static OtherProcess reading(Path file) {
        return start(file, "BEGIN; SELECT count(*) FROM sqlite_schema");
    }

    /** Opens the database and reads once, as an application does that is idle. */
    public static OtherProcess idle(Path file) {
        return start(file, "SELECT count(*) FROM sqlite_schema");
    }

    private static OtherProcess start(Path file, String sql) {
        try {
            var process = new ProcessBuilder(Jvm.command(OtherProcess.class, file.toString(), sql))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (!"ready".equals(lines.readLine())) {
                throw new AssertionError("The other process did not come up.");
            }
            return new OtherProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Lets it go. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The other program itself: a file, and statements for it. */
    public static void main(String... arguments) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
             var statement = connection.createStatement()) {
            for (var sql : arguments[1].split(";")) {
                statement.execute(sql);
            }
            System.out.println("ready");
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
