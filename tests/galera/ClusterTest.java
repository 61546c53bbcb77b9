package tests.galera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.ClonedDatabase;
import restrack.database.Database;
import restrack.database.Databases;
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
    void aRunnerWhoseNodeDiesDoesNotGoOnWithAnotherOneAndTheNextRunDoes() throws Exception {
        var all = cluster.urlOfAll(0, "failover");
        var project = project(0, "failover").environment("DB_RESTRACK", all).environment("MIGRATE_LEASE", "2s");
        project.script("a", "", "CREATE TABLE a (n INTEGER PRIMARY KEY);\nINSERT INTO a VALUES (1);\nDO SLEEP(3);\n"
                + "ALTER TABLE a ADD COLUMN m INTEGER;\nINSERT INTO a VALUES (2, 2);", "");
        try (var process = MigrateProcess.start(project, "upgrade", "--json")) {
            awaitQuery(0, "DO SLEEP(3)");
            cluster.kill(0);

            var result = process.end();

            assertEquals(1, result.exitCode(), result.out());
            assertEquals("connection_lost", result.errorKind(), result.out());
        }
        ClonedDatabase before;
        try (var database = open(all)) {
            before = database.copies().cloneBeside();
            var result = project.migrate("upgrade", "--lock-timeout", "30s");
            assertEquals(0, result.exitCode(), result.err());
        }
        cluster.join(0);
        // What is in use on one node is no left-over for a run on another one with the same URL.
        try (before; var database = open(all); var clone = database.copies().cloneBeside()) {
            assertEquals(2, cluster.database(2, "failover").query("SELECT schema_name FROM information_schema.schemata "
                    + "WHERE schema_name LIKE 'migrate\\_clone\\_%'").size(), clone.url().display());
        }
        for (int i = 0; i < NODES; i++) {
            assertEquals(List.of("1|null", "2|2"), cluster.database(i, "failover").query("SELECT * FROM a ORDER BY n"));
        }
    }

    @Test
    void aRunnerThatChangesATableForLongerThanItsLeaseKeepsTheTurn() throws Exception {
        var project = project(0, "slow").environment("MIGRATE_LEASE", "2s");
        project.execute("CREATE TABLE a (n INTEGER PRIMARY KEY)");
        project.execute("INSERT INTO a SELECT seq FROM seq_1_to_20");
        project.script("a", "", "ALTER TABLE a ADD COLUMN m INTEGER AS (length(sha2(repeat('a', 15000000), 512))) "
                + "STORED;\nDELETE FROM a;", "");
        try (var holder = MigrateProcess.start(project, "upgrade", "--allow", "drop-data")) {
            awaitQuery(0, "ALTER TABLE a%");
            try (var other = MigrateProcess.start(project(1, "slow").environment("MIGRATE_LEASE", "2s"), "upgrade",
                    "--allow", "drop-data", "--lock-timeout", "50s")) {
                var first = holder.end();
                var second = other.end();

                assertEquals(0, first.exitCode(), first.err());
                assertEquals(0, second.exitCode(), second.err());
            }
        }
    }

    private static Database open(String url) {
        var parsed = DatabaseUrl.parse(url, Path.of(""));
        return Databases.dialect(parsed).open(parsed, new Access(Duration.ofSeconds(10), true, holders -> { }));
    }

    /** Waits until a node runs a statement. */
    private static void awaitQuery(int node, String words) throws InterruptedException {
        var database = cluster.database(node, "race");
        while (database.query("SELECT 1 FROM information_schema.processlist WHERE info LIKE '" + words + "'")
                .isEmpty()) {
            Thread.sleep(20);
        }
    }

    @Test
    void roundsOfKilledRunnersAndNodesLeaveEveryScriptAppliedOnceOnAllNodes() throws Exception {
        new Rounds(cluster, folder).run();
    }
}
