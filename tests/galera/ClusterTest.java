package tests.galera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.GaleraCluster;

/** A cluster of three nodes. */
@Tag("slow")
@Tag("torture")
class ClusterTest {
    private static final int NODES = 3;
    private static GaleraCluster cluster;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(GaleraCluster.missing().isEmpty(), () -> "It needs " + GaleraCluster.missing().orElseThrow() + ".");
        cluster = GaleraCluster.start(Files.createTempDirectory("galera"), NODES);
    }

    @AfterAll
    static void stop() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    private Project project(int node, String database) {
        return new Project(folder).on(cluster.database(node, database));
    }

    @Test
    void runnersOnAllNodesApplyEachScriptOnce() {
        var project = project(0, "race").script("s0", "", "INSERT INTO a VALUES (0);", "");
        project.execute("CREATE TABLE a (n INTEGER PRIMARY KEY)");
        for (int i = 1; i < 10; i++) {
            project.script("s" + i, "s" + (i - 1), "INSERT INTO a VALUES (%d);".formatted(i), "");
        }

        var processes = IntStream.range(0, NODES).mapToObj(i -> MigrateProcess.start(project(i, "race"), "upgrade",
                "--lock-timeout", "40s")).toList();

        for (var process : processes) {
            try (process) {
                var result = process.end();
                assertEquals(0, result.exitCode(), result.err());
            }
        }
        assertEquals(List.of("10|45"), project.query("SELECT count(*), sum(n) FROM a"));
        assertEquals(List.of("10"), project.query("SELECT count(*) FROM migrate_event"));
    }

    @Test
    void aScriptThatATableChangeOnAnotherNodeUndoesIsRunAgainAsAWhole() throws Exception {
        var project = project(0, "undone");
        project.execute("CREATE TABLE a (n INTEGER PRIMARY KEY)");
        var begun = folder.resolve("begun");
        var go = folder.resolve("go");
        project.file("b.java", """
                // revision: b
                // revises:
                import java.nio.file.Files;
                import java.nio.file.Path;

                class B implements Migration {
                    public void up(Op op) throws Exception {
                        op.execute("INSERT INTO a (n) VALUES (1)");
                        Files.writeString(Path.of("%s"), "");
                        while (!Files.exists(Path.of("%s"))) {
                            Thread.sleep(10);
                        }
                        op.execute("INSERT INTO a (n) VALUES (2)");
                    }
                }
                """.formatted(begun, go));
        try (var process = MigrateProcess.start(project, "upgrade")) {
            while (!Files.exists(begun)) {
                Thread.sleep(10);
            }
            cluster.database(1, "undone").execute("ALTER TABLE a ADD COLUMN more INTEGER");
            Files.writeString(go, "");

            var result = process.end();

            assertEquals(0, result.exitCode(), result.err());
        }
        assertEquals(List.of("1|null", "2|null"), project.query("SELECT n, more FROM a ORDER BY n"));
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_event"));
    }

    @Test
    void aNodeThatIsCutOffSaysSo() throws IOException {
        var project = project(0, "cut").script("a", "", "INSERT INTO a VALUES (1);", "");
        project.execute("CREATE TABLE a (n INTEGER PRIMARY KEY)");
        cluster.suspend(1);
        cluster.suspend(2);
        try {
            cluster.awaitStatus(0, "wsrep_ready", "OFF");

            var result = project.migrate("upgrade");

            assertEquals(1, result.exitCode(), result.err());
            assertTrue(result.err().contains("cut off from the majority"), result.err());
        } finally {
            cluster.resume(1, 2);
        }
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void roundsOfKilledRunnersAndNodesLeaveEveryScriptAppliedOnceOnAllNodes() throws Exception {
        new Rounds(cluster, folder).run();
    }
}
