package tests.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tests.MigrateProcess;
import tests.Project;

/**
 * A project whose second script, in Java, says when it has begun, and then stands still in its transaction, having
 * written one row of two, until it may go on.
 */
final class HeldScript {
    private static final long PATIENCE_SECONDS = 30;

    private final Project project;
    private final Path begun;
    private final Path go;

    HeldScript(Project project) {
        this.project = project;
        this.begun = project.folder().resolve("begun");
        this.go = project.folder().resolve("go");
        project.script("a", "", "CREATE TABLE a (n INTEGER);", "DROP TABLE a;");
        project.file("b.java", """
                // revision: b
                // revises: a
                import java.nio.file.Files;
                import java.nio.file.Path;

                class B implements Migration {
                    public void up(Op op) throws Exception {
                        op.execute("INSERT INTO a VALUES (1)");
                        Files.writeString(Path.of("%s"), "");
                        while (!Files.exists(Path.of("%s"))) {
                            Thread.sleep(10);
                        }
                        op.execute("INSERT INTO a VALUES (2)");
                    }
                }
                """.formatted(begun, go));
        project.script("c", "b", "INSERT INTO a VALUES (3);", "");
    }

    Project project() {
        return project;
    }

    /** Starts a runner, and waits until it stands still in the script. */
    MigrateProcess start() {
        var process = MigrateProcess.start(project, "upgrade", "--json");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(begun)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The script does not begin: " + process.kill());
            }
            pause();
        }
        return process;
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the script go on, in every runner. */
    void letGo() {
        try {
            Files.writeString(go, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
