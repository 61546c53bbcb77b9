package tests.galera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tests.MigrateProcess;
import tests.Project;
import tests.Result;
import tests.servers.GaleraCluster;

/**
 * Rounds in each of which three runners, one on each node, apply a few new scripts at once, while one of them, or one of
 * the nodes, is killed or stands still at some moment. After each round every script has run exactly once, and all nodes
 * have the same.
 */
final class Rounds {
    /** For a quick look; a whole run has fifty. */
    private static final int ROUNDS = Integer.getInteger("tests.galera.rounds", 50);
    /** Whether statements that commit by themselves are journaled: then they may be ones that cannot be repeated. */
    private static final boolean JOURNALED = true;
    private static final String DATABASE = "rounds";
    /** A runner needs about so long, so the moment is within it. */
    private static final int MOMENT_MILLIS = 2200;
    private static final Set<Integer> OF_NODES = Set.of(12, 25, 38, 49);

    private final GaleraCluster cluster;
    private final List<Project> projects = new ArrayList<>();
    private final long seed = System.nanoTime() & 0xffffff;
    private final Random random = new Random(seed);
    private final Set<String> scripts = new TreeSet<>();
    private String last = "";

    /** What happens in a round. */
    private enum Trouble {
        KILLED_RUNNER, STOPPED_RUNNER, KILLED_NODE, STOPPED_NODE
    }

    Rounds(GaleraCluster cluster, Path folder) {
        this.cluster = cluster;
        for (int i = 0; i < cluster.size(); i++) {
            projects.add(new Project(folder).on(cluster.database(i, DATABASE)).environment("MIGRATE_LEASE", "2s"));
        }
    }

    void run() throws Exception {
        System.out.println("Rounds on Galera, seed " + seed);
        projects.get(0).execute("CREATE TABLE done (id INTEGER AUTO_INCREMENT PRIMARY KEY, script VARCHAR(20))");
        projects.get(0).execute("CREATE TABLE total (n INTEGER PRIMARY KEY, done INTEGER NOT NULL)");
        projects.get(0).execute("INSERT INTO total VALUES (1, 0)");
        for (int i = 0; i < ROUNDS; i++) {
            write(i);
            var trouble = trouble(i);
            try {
                round(trouble, random.nextInt(cluster.size()));
                check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Round " + i + " (" + trouble + "), seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private Trouble trouble(int round) {
        if (OF_NODES.contains(round)) {
            return round % 2 == 0 ? Trouble.KILLED_NODE : Trouble.STOPPED_NODE;
        }
        return random.nextInt(4) == 0 ? Trouble.STOPPED_RUNNER : Trouble.KILLED_RUNNER;
    }

    /** Writes the scripts of a round: rows only, and a table with rows. */
    private void write(int round) {
        for (var kind : List.of("a", "b", "c")) {
            var id = "r" + round + kind;
            var rows = "INSERT INTO done (script) VALUES ('%s');\nUPDATE total SET done = done + 1;\n".formatted(id);
            var table = (JOURNALED ? "CREATE TABLE t%d (n INTEGER PRIMARY KEY);\n"
                    : "CREATE TABLE IF NOT EXISTS t%d (n INTEGER PRIMARY KEY);\n").formatted(round);
            var more = JOURNALED ? "ALTER TABLE t%d ADD COLUMN m INTEGER;\n".formatted(round) : "";
            projects.get(0).script(id, last, kind.equals("b") ? table + rows + more : rows, "");
            scripts.add(id);
            last = id;
        }
    }

    private void round(Trouble trouble, int victim) throws IOException, InterruptedException {
        var runners = new ArrayList<MigrateProcess>();
        try {
            for (var project : projects) {
                runners.add(MigrateProcess.start(project, "upgrade", "--lock-timeout", "40s"));
            }
            Thread.sleep(random.nextInt(MOMENT_MILLIS));
            switch (trouble) {
                case KILLED_RUNNER -> runners.get(victim).kill();
                case STOPPED_RUNNER -> runners.get(victim).suspend();
                case KILLED_NODE -> cluster.kill(victim);
                case STOPPED_NODE -> cluster.suspend(victim);
            }
            for (int i = 0; i < runners.size(); i++) {
                if (i != victim) {
                    var result = runners.get(i).end();
                    assertEquals(0, result.exitCode(), "runner " + i + " beside " + victim + ": " + result.err());
                }
            }
            switch (trouble) {
                case KILLED_RUNNER -> { }
                case STOPPED_RUNNER -> runners.get(victim).resume();
                case KILLED_NODE -> cluster.join(victim);
                case STOPPED_NODE -> cluster.resume(victim);
            }
            if (trouble != Trouble.KILLED_RUNNER) {
                explainsItself(trouble, runners.get(victim).end());
            }
        } finally {
            runners.forEach(MigrateProcess::close);
        }
    }

    /** One that was overtaken, or lost its node, says what happened; one that was not, is done. */
    private static void explainsItself(Trouble trouble, Result result) {
        var said = result.exitCode() + " " + result.err();
        assertTrue(result.exitCode() == 0 || !said.contains("Exception")
                && (trouble != Trouble.STOPPED_RUNNER || result.exitCode() == 5), said);
    }

    /** Each script ran once, and all nodes say so. */
    private void check() {
        var expected = scripts.stream().sorted().toList();
        for (int i = 0; i < projects.size(); i++) {
            var node = projects.get(i);
            assertEquals(expected, node.query("SELECT script FROM done ORDER BY script"), "rows on node " + i);
            assertEquals(List.of(Integer.toString(expected.size())), node.query("SELECT done FROM total"));
            assertEquals(expected, node.query("SELECT revision FROM migrate_revision ORDER BY revision"));
            assertEquals(expected, node.query("SELECT subject FROM migrate_event ORDER BY subject"));
        }
        var sums = projects.stream().map(it -> it.query(
                "CHECKSUM TABLE done, total, migrate_revision, migrate_event, migrate_journal")).distinct().toList();
        assertEquals(1, sums.size(), sums.toString());
    }
}
