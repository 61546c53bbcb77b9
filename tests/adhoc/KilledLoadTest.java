package tests.adhoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;

/** A load that is stopped while rows are still coming, through a pipe that the test holds open. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no named pipes.")
class KilledLoadTest {
    @TempDir
    Path folder;

    private OutputStream beginning(Path pipe) throws IOException {
        var out = Files.newOutputStream(pipe);
        out.write("id,name\n".getBytes(StandardCharsets.UTF_8));
        // Several times what a pipe holds: when all of it is written, most of it is read.
        for (int i = 100; i < 20_000; i++) {
            var row = i + ",\"one of the wards that are loaded, number " + i + "\"\n";
            out.write(row.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        return out;
    }

    private Project withPipe() throws IOException, InterruptedException {
        var project = Wards.in(folder);
        int code = new ProcessBuilder("mkfifo", folder.resolve("ward.csv").toString()).start().waitFor();
        assumeTrue(code == 0, "mkfifo is not there");
        return project;
    }

    private static void assertNothingIsLeft(Project project) {
        assertEquals("North=10 South=20 007=5", Wards.wards(project));
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM log"));
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM migrate_event WHERE operation = 'load'"));
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
    }

    @Test
    void aKilledLoadLeavesNothing() throws Exception {
        var project = withPipe();
        try (var process = MigrateProcess.start(project, "load", "ward.csv")) {
            var open = beginning(folder.resolve("ward.csv"));
            process.kill();
            open.close();
        }
        assertNothingIsLeft(project);
    }

    @Test
    void aLoadThatIsLetThroughComesWhole() throws Exception {
        var project = withPipe();
        try (var process = MigrateProcess.start(project, "load", "ward.csv")) {
            beginning(folder.resolve("ward.csv")).close();
            assertEquals(0, process.end().exitCode());
        }
        assertEquals(List.of("19900"), project.query("SELECT count(*) FROM ward WHERE id >= 100"));
    }
}
