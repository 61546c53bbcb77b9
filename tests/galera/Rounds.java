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
 * Rounds in each of which three runners, one on each node, apply a few new scripts at once, while one of them, or one
 * of the nodes, is killed or stands still at some moment. After each round every script has run exactly once, and all
 * nodes have the same.
 */
final class Rounds {
    /** For a quick look; a whole run has fifty. */
    private static final int ROUNDS = Integer.getInteger("tests.galera.rounds", 50);
    private static final String DATABASE = "rounds";
    /** The scripts of a round need about so long, from when somebody has the turn. */
    private static final int MOMENT_MILLIS = 800;
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
        add("first", rows("first"));
        assertEquals(0, projects.get(0).migrate("upgrade").exitCode());
        for (int i = 0; i < ROUNDS; i++) {
            write(i);
            var trouble = trouble(i);
            try {
                round(trouble);
                check(i);
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
            add(id, kind.equals("b") ? table(round, rows(id)) : rows(id));
        }
    }

    private void add(String id, String up) {
        projects.get(0).script(id, last, up, "");
        scripts.add(id);
        last = id;
    }

    private static String rows(String id) {
        return "INSERT INTO done (script) VALUES ('%s');\nUPDATE total SET done = done + 1;".formatted(id);
    }

    /** None of these statements can be said twice, but for the view, which can be told by what it selects. */
    private static String table(int round, String rows) {
        return """
                CREATE TABLE t%1$d (n INTEGER PRIMARY KEY);
                %2$s
                ALTER TABLE t%1$d ADD COLUMN m INTEGER;
                CREATE OR REPLACE VIEW v AS SELECT n, m FROM t%1$d;
                CREATE INDEX by_m ON t%1$d (m);
                RENAME TABLE t%1$d TO u%1$d;
                INSERT INTO u%1$d VALUES (%1$d, %1$d);
                DROP VIEW v;
                """.formatted(round, rows);
    }

    private void round(Trouble trouble) throws IOException, InterruptedException {
        var runners = new ArrayList<MigrateProcess>();
        try {
            for (var project : projects) {
                runners.add(MigrateProcess.start(project, "upgrade", "--lock-timeout", "40s"));
            }
            int holder = holder(runners);
            int victim = random.nextBoolean() ? holder : random.nextInt(cluster.size());
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

    /** {@return which runner is the first that is seen to have the turn; any, if all have ended before} */
    private int holder(List<MigrateProcess> runners) throws InterruptedException {
        while (runners.stream().anyMatch(MigrateProcess::isAlive)) {
            var holder = projects.get(0).query("SELECT holder FROM migrate_lease WHERE part = 'beat'").get(0);
            for (int i = 0; i < runners.size(); i++) {
                if (holder.contains("(process " + runners.get(i).pid() + ")")) {
                    return i;
                }
            }
            Thread.sleep(5);
        }
        return random.nextInt(runners.size());
    }

    /** One that was overtaken, or lost its node, says what happened; one that was not, is done. */
    private static void explainsItself(Trouble trouble, Result result) {
        var said = result.exitCode() + " " + result.err();
        assertTrue(result.exitCode() == 0 || !said.contains("Exception")
                && (trouble != Trouble.STOPPED_RUNNER || result.exitCode() == 5), said);
    }

    /** Each statement ran once, and all nodes say so. */
    private void check(int round) {
        var expected = scripts.stream().sorted().toList();
        for (int i = 0; i < projects.size(); i++) {
            var node = projects.get(i);
            assertEquals(expected, node.query("SELECT script FROM done ORDER BY script"), "rows on node " + i);
            assertEquals(List.of(Integer.toString(expected.size())), node.query("SELECT done FROM total"));
            assertEquals(List.of(round + "|" + round), node.query("SELECT n, m FROM u" + round));
            assertEquals(List.of(), node.query("SELECT revision FROM migrate_journal"));
            assertEquals(expected, node.query("SELECT revision FROM migrate_revision ORDER BY revision"));
            assertEquals(expected, node.query("SELECT subject FROM migrate_event ORDER BY subject"));
        }
        var sums = projects.stream().map(it -> it.query(
                "CHECKSUM TABLE done, total, migrate_revision, migrate_event, migrate_journal")).distinct().toList();
        assertEquals(1, sums.size(), sums.toString());
    }
}
