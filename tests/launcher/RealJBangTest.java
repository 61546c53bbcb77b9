package tests.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * With JBang itself, in real processes. JBang's folder is empty at the beginning and shared by all of these, so that
 * the toolkit, whose contents are the same wherever it comes from, is built once a script: from the URL.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf(value = "jbangIsThere", disabledReason = "JBang is not in .jbang/ here: run ./jbang tests")
class RealJBangTest {
    Path folder;
    HttpServer server;
    Checkout checkout;

    static boolean jbangIsThere() {
        return Files.isRegularFile(Repository.jbang());
    }

    @BeforeAll
    void theRepositoryIsServed(@TempDir Path temporary) throws IOException {
        folder = temporary;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = Repository.ROOT.resolve(exchange.getRequestURI().getPath().substring(1));
            boolean found = Files.isRegularFile(file);
            byte[] body = found ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();

        var tools = new FakeTools(folder.resolve("bin")).add("mvn", FakeTools.maven(Repository.jbang()));
        checkout = new Checkout(folder.resolve("my checkout"))
                .with("PATH", tools.folder() + ":" + System.getenv("PATH"))
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("JBANG_REPO", repository());
    }

    @AfterAll
    void theServerIsStopped() {
        server.stop(0);
    }

    private static String repository() {
        String named = System.getenv("JBANG_REPO");
        return named != null ? named : Path.of(System.getProperty("user.home"), ".m2", "repository").toString();
    }

    @Test
    @Order(1)
    void fourFirstStartsOfAScriptAllEndWell() throws IOException {
        Files.writeString(checkout.folder().resolve("hello.java"), """
                //JAVA 17+
                class hello {
                    public static void main(String... words) {
                        System.out.println(String.join("|", words));
                        System.exit(words.length);
                    }
                }
                """);
        for (Run run : checkout.runAtOnce(4, "hello.java", "a  b", "it's \"$HOME\"")) {
            assertEquals("a  b|it's \"$HOME\"\n", run.out(), run.err());
            assertEquals(2, run.code());
        }
        Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
        assertTrue(Files.isRegularFile(checkout.folder().resolve(".jbang/0.132.1" + jdk + "/jbang.jsa")));
        Run again = checkout.run("hello.java");
        assertEquals("\n", again.succeeded().out());
        assertEquals("", again.err());
    }

    @Test
    @Order(2)
    void theCatalogWorksOverHttpFromAnEmptyFolder() throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/jbang-catalog.json";
        checkout.run("catalog", "add", "--global", "--name", "restrack", url).succeeded();
        assertBothCommandsWork("restrack", folder.resolve("over http"));
    }

    @Test
    @Order(3)
    void theCatalogWorksFromALocalPath() throws IOException {
        String path = Repository.ROOT.resolve("jbang-catalog.json").toString();
        checkout.run("catalog", "add", "--global", "--name", "local", path).succeeded();
        assertBothCommandsWork("local", folder.resolve("from a path"));
    }

    private void assertBothCommandsWork(String catalog, Path project) throws IOException {
        Path migrations = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(migrations.resolve("001_init.sql"), "CREATE TABLE t (id INTEGER PRIMARY KEY);\n");
        String launcher = checkout.launcher().toString();
        checkout.runIn(project, "", List.of(launcher, "migrate@" + catalog, "upgrade")).succeeded();
        assertTrue(Files.isRegularFile(project.resolve("data/restrack.db")), "there is no database");
        checkout.runIn(project, "", List.of(launcher, "revision@" + catalog, "-m", "a second one")).succeeded();
        try (Stream<Path> scripts = Files.list(migrations)) {
            assertEquals(2, scripts.filter(it -> it.toString().endsWith(".sql")).count());
        }
    }

    @Test
    @Order(4)
    void theTemplateVendorsTheToolkitAndTheCopyRuns() throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/jbang-catalog.json";
        checkout.run("catalog", "add", "--global", "--force", "--name", "restrack", url).succeeded();
        Path project = Files.createDirectories(folder.resolve("vendored"));
        checkout.runIn(project, "", List.of(checkout.launcher().toString(), "init", "--template=toolkit@restrack",
                "migrate.java")).succeeded();
        for (Map.Entry<String, String> file : CatalogTest.wanted().entrySet()) {
            Path copy = project.resolve(file.getKey().replace("{filename}", "migrate.java"));
            assertArrayEquals(Files.readAllBytes(Repository.ROOT.resolve(file.getValue())), Files.readAllBytes(copy),
                    copy.toString());
        }
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/001_init.sql"), "CREATE TABLE t (id INTEGER PRIMARY KEY);\n");
        checkout.runIn(project, "", List.of("sh", "jbang", "migrate.java", "upgrade")).succeeded();
        checkout.runIn(project, "", List.of("./jbang", "migrate.java", "current")).succeeded();
        assertTrue(Files.isRegularFile(project.resolve("data/restrack.db")), "there is no database");
    }

    @Test
    @Order(5)
    void anEditedSourceIsSeenByTheNextStartAndJBangIsSparedUntilThen() throws IOException {
        Path project = folder.resolve("vendored");
        List<String> version = List.of("./jbang", "migrate.java", "--version");
        checkout.runIn(project, "", version).succeeded();
        Path jar = project.resolve(".jbang/0.132.1/jbang.jar");
        Path aside = Files.move(jar, folder.resolve("aside.jar"));
        Files.writeString(jar, "cannot be started");
        Run spared = checkout.runIn(project, "", version).succeeded();
        Files.move(aside, jar, StandardCopyOption.REPLACE_EXISTING);

        Path source = project.resolve("restrack/Version.java");
        FileTime before = Files.getLastModifiedTime(source);
        Files.writeString(source, Files.readString(source).replace("\"0.", "\"9."));
        Files.setLastModifiedTime(source, before);
        assertEquals(spared.out().replace(" 0.", " 9."), checkout.runIn(project, "", version).succeeded().out());
        assertNotEquals(spared.out(), checkout.runIn(project, "", version).succeeded().out());
    }
}
