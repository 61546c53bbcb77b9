package restrack.adopt.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;

/** The {@code alembic} program. It runs the {@code env.py} of the project, and is asked to print only. */
final class AlembicProgram {
    private final Path ini;

    /** @param ini the {@code alembic.ini} of the project */
    AlembicProgram(Path ini) {
        this.ini = ini;
    }

    /**
     * What it answered.
     *
     * @param exitCode its exit code
     * @param out      its standard output
     * @param reason   the last line of its standard error
     */
    record Answer(int exitCode, String out, String reason) {
    }

    /** {@return whether there is such a program here} */
    static boolean isThere() {
        try {
            var process = new ProcessBuilder("alembic", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * {@return what it prints}
     *
     * @param direction {@code upgrade} or {@code downgrade}
     * @param range     the revisions
     */
    Answer print(String direction, String range) {
        var command = new ArrayList<>(List.of("alembic", "-c", ini.toString(), direction, "--sql", range));
        var builder = new ProcessBuilder(command).directory(ini.getParent().toFile());
        // It is somebody's folder, and nothing in it is to change.
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Path errors = null;
        try {
            errors = Files.createTempFile("alembic", ".txt");
            var process = builder.redirectError(errors.toFile()).start();
            try {
                process.getOutputStream().close();
                var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(process.waitFor(), out, lastLine(errors));
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "alembic cannot be run: " + e.getMessage() + ".",
                    "Try it in the folder of " + ini.getFileName() + ".", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            Optional.ofNullable(errors).ifPresent(it -> it.toFile().delete());
        }
    }

    private static String lastLine(Path errors) throws IOException {
        var lines = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).strip().lines().toList();
        var last = lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1).strip();
        return last.replaceFirst("^FAILED: ", "").replaceFirst("\\.$", "");
    }

    private static MigrateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while alembic ran. Nothing was written.", "",
                e);
    }
}
