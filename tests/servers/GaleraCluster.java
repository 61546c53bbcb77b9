package tests.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cluster of MariaDB servers that are one database together, all on this machine. Nodes can be killed, can stand
 * still, and come back. They are counted from 0.
 */
public final class GaleraCluster implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;
    /** So often in a row all nodes have to agree, and so long apart. */
    private static final int STEADY = 5;
    private static final int STEADY_MILLIS = 300;
    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");

    private final Path folder;
    private final List<Node> nodes = new ArrayList<>();

    /** One server, and the ports at which it is spoken to by clients, by its peers, and by whoever brings it up. */
    private record Node(int number, Path folder, int port, int group, int increments, int snapshots, Running server) {
    }

    private GaleraCluster(Path folder) {
        this.folder = folder;
    }

    /** {@return what has to be installed before one can be started; nothing if it can} */
    public static Optional<String> missing() {
        var server = Server.MARIADB.missing();
        boolean rest = Files.exists(PROVIDER)
                && Stream.of("rsync", "wsrep_sst_rsync").allMatch(it -> Programs.find(it).isPresent());
        return server.isPresent() ? server
                : rest ? Optional.empty() : Optional.of("Galera (Debian: galera-4, rsync, mariadb-server)");
    }

    /** Starts a cluster: the first node by itself, the others one after another, because each needs one that gives. */
    public static GaleraCluster start(Path folder, int size) throws IOException {
        var cluster = new GaleraCluster(folder);
        // It outlives this process otherwise, where that is ended early.
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::end));
        for (int i = 0; i < size; i++) {
            var place = folder.resolve("n" + i);
            int port = Server.freePort();
            cluster.nodes.add(new Node(i, place, port, Server.freePort(), Server.freePort(), Server.freePort(),
                    MariaServer.at(place, port)));
        }
        var first = cluster.nodes.get(0).folder();
        MariaServer.install(first);
        for (var node : cluster.nodes.subList(1, size)) {
            Files.createDirectories(node.folder());
            Programs.run(List.of("cp", "-a", first.resolve("data").toString(), node.folder().toString()));
            Programs.folder(node.folder(), MariaServer.USER);
        }
        try {
            cluster.launch(cluster.nodes.get(0), "--wsrep-new-cluster", "--init-file=" + first.resolve("init.sql"));
            cluster.awaitReady(0);
            for (int i = 1; i < size; i++) {
                cluster.launch(cluster.nodes.get(i));
                cluster.awaitReady(i);
            }
        } catch (IOException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private void launch(Node node, String... more) throws IOException {
        var command = command(node);
        command.addAll(List.of(more));
        MariaServer.launch(node.folder(), command);
    }

    private List<String> command(Node node) {
        var members = nodes.stream().map(it -> "127.0.0.1:" + it.group()).collect(Collectors.joining(","));
        var provider = String.join(";", "gmcast.listen_addr=tcp://127.0.0.1:" + node.group(),
                "ist.recv_addr=127.0.0.1:" + node.increments(), "ist.recv_bind=127.0.0.1:" + node.increments(),
                "gcache.size=64M", "evs.suspect_timeout=PT2S", "evs.inactive_timeout=PT4S", "evs.install_timeout=PT3S",
                "evs.inactive_check_period=PT0.3S", "evs.keepalive_period=PT0.3S", "pc.recovery=false");
        return new ArrayList<>(List.of(MariaServer.program("mariadbd").orElseThrow().toString(), "--no-defaults",
                "--datadir=" + node.folder().resolve("data"), "--port=" + node.port(), "--bind-address=127.0.0.1",
                "--socket=" + node.folder().resolve("socket"), "--pid-file=" + node.folder().resolve("pid"),
                "--skip-name-resolve", "--character-set-server=utf8mb4", "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=48M", "--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync",
                "--binlog-format=ROW", "--default-storage-engine=InnoDB", "--innodb-autoinc-lock-mode=2",
                "--wsrep-on=ON", "--wsrep-provider=" + PROVIDER, "--wsrep-cluster-name=tests",
                "--wsrep-node-name=n" + node.number(), "--wsrep-node-address=127.0.0.1",
                "--wsrep-cluster-address=gcomm://" + members, "--wsrep-slave-threads=2", "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=127.0.0.1:" + node.snapshots(), "--wsrep-provider-options=" + provider));
    }

    private void awaitReady(int number) throws IOException {
        await(() -> status(number, "wsrep_local_state_comment").equals("Synced")
                && status(number, "wsrep_ready").equals("ON"), number);
    }

    private void await(BooleanSupplier condition, int number) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("Node " + number + " does not come up: "
                        + Files.readString(nodes.get(number).folder().resolve("log")));
            }
            pause(50);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return what a node says of itself; empty where it says nothing} */
    private String status(int number, String name) {
        try (var connection = connect(number, ""); var statement = connection.createStatement();
             var rows = statement.executeQuery("SHOW STATUS LIKE '" + name + "'")) {
            return rows.next() ? rows.getString(2) : "";
        } catch (SQLException e) {
            return "";
        }
    }

    /** {@return how many nodes there are, whether they run or not} */
    public int size() {
        return nodes.size();
    }

    /** {@return a connection of the driver's own to one node, which the caller closes} */
    public Connection connect(int number, String database) throws SQLException {
        return nodes.get(number).server().connect(database);
    }

    /** {@return a database as one node has it} It is made if it is not there. */
    public TestDatabase database(int number, String name) {
        nodes.get(number).server().administer("CREATE DATABASE IF NOT EXISTS " + name);
        return new TestDatabase(nodes.get(number).server(), name);
    }

    /** {@return a URL that names all nodes, one first and the others in case that it is gone} */
    public String urlOfAll(int first, String database) {
        var one = nodes.get(first).server().url(database).replace("mariadb://", "jdbc:mariadb:sequential://");
        var hosts = IntStream.range(0, size()).mapToObj(it -> "127.0.0.1:" + nodes.get((first + it) % size()).port())
                .collect(Collectors.joining(","));
        return one.replaceFirst("127\\.0\\.0\\.1:\\d+", hosts);
    }

    /** Ends a node as {@code kill -9} does. */
    public void kill(int number) throws IOException {
        nodes.get(number).server().kill();
    }

    /** Lets a node stand still. */
    public void suspend(int number) throws IOException {
        Programs.signal(nodes.get(number).server().pid(), "STOP");
    }

    /** Lets nodes go on, and waits until they are of the cluster again. */
    public void resume(int... numbers) throws IOException {
        for (int number : numbers) {
            Programs.signal(nodes.get(number).server().pid(), "CONT");
        }
        for (int same = 0; same < STEADY; same++) {
            for (int number = 0; number < size(); number++) {
                awaitSize(size(), number);
                awaitReady(number);
            }
            same = agree() ? same : -1;
        }
    }

    /** {@return whether all nodes say the same of who is in the cluster} One that was put out may not know it yet. */
    private boolean agree() {
        pause(STEADY_MILLIS);
        return IntStream.range(0, size()).mapToObj(it -> status(it, "wsrep_cluster_conf_id")).distinct().count() == 1;
    }

    /** Waits until a node says something of itself. */
    public void awaitStatus(int number, String name, String value) throws IOException {
        await(() -> status(number, name).equals(value), number);
    }

    /**
     * Starts a node again that was killed. Not before the others have done with it: one that comes back earlier can
     * make the group's talk about who is in it go on for ever.
     */
    public void join(int number) throws IOException {
        awaitSize(size() - 1, (number + 1) % size());
        var node = nodes.get(number);
        var recovered = Programs.run(Programs.as(MariaServer.USER, recovery(node)));
        var position = recovered.lines().filter(it -> it.contains("Recovered position: "))
                .map(it -> it.substring(it.indexOf("position: ") + 10).split("[ ,]")[0]).findFirst();
        Files.deleteIfExists(node.folder().resolve("pid"));
        launch(node, position.map(it -> new String[] {"--wsrep-start-position=" + it}).orElse(new String[0]));
        awaitReady(number);
        awaitSize(size(), number);
    }

    private List<String> recovery(Node node) {
        var command = command(node);
        command.add("--wsrep-recover");
        return command;
    }

    private void awaitSize(int expected, int number) throws IOException {
        await(() -> status(number, "wsrep_cluster_size").equals(Integer.toString(expected))
                && status(number, "wsrep_cluster_status").equals("Primary"), number);
    }

    private void end() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("A cluster of the tests could not be ended: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        for (var node : nodes) {
            if (Files.exists(node.folder().resolve("pid")) && ProcessHandle.of(node.server().pid()).isPresent()) {
                node.server().kill();
            }
        }
        Programs.run(List.of("rm", "-rf", folder.toString()));
    }
}
