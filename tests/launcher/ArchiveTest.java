package tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive of JBang's classes: made by the first run of a script, used by the next, one for each Java. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a shell script.")
class ArchiveTest {
    @TempDir
    Path folder;

    FakeTools tools;
    Path jdk;
    Checkout checkout;

    @BeforeEach
    void aCheckoutThatHasJBangAndAJdk() throws IOException {
        jdk = folder.toRealPath().resolve("jdk");
        tools = new FakeTools(jdk.resolve("bin")).add("java", FakeTools.JAVA);
        release("17.0.1");
        checkout = new Checkout(folder.resolve("project")).with("PATH", tools.folder().toString())
                .with("JAVA_HOME", jdk.toString());
        Files.createDirectories(checkout.folder().resolve(".jbang/0.132.1"));
        Files.writeString(checkout.folder().resolve(".jbang/0.132.1/jbang.jar"), "JBang");
    }

    @Test
    void theFirstScriptMakesItAndTheNextUsesIt() throws IOException {
        assertEquals(List.of("makes", "uses", "uses"), runs("hello", "hello", "other"));
    }

    @Test
    void aCommandOfJBangLeavesNoneBehind() throws IOException {
        checkout.run("say", "0", "words").succeeded();
        checkout.run("--version").succeeded();
        assertEquals(List.of("makes", "plain", "makes"), runs("hello"));
    }

    @Test
    void anUpdatedJavaGetsANewOne() throws IOException {
        assertEquals(List.of("makes", "uses"), runs("hello", "hello"));
        release("17.0.2");
        assertEquals(List.of("makes", "uses", "makes", "uses"), runs("hello", "hello"));
    }

    @Test
    void twoJavasHaveOneEach() throws IOException {
        runs("hello");
        Path other = folder.toRealPath().resolve("other jdk");
        var others = new FakeTools(other.resolve("bin")).add("java", FakeTools.JAVA);
        checkout.with("JAVA_HOME", other.toString()).run("hello").succeeded();
        checkout.run("hello").succeeded();
        assertEquals(List.of("makes", "uses"), others.calls("java").stream().map(ArchiveTest::way).toList());
        checkout.with("JAVA_HOME", jdk.toString());
        assertEquals(List.of("makes", "uses"), runs("hello"));
    }

    @Test
    void aMovedCheckoutGetsANewOne() throws IOException {
        runs("hello");
        Path moved = Files.move(checkout.folder(), folder.resolve("moved"));
        checkout.runIn(moved, "", List.of("./jbang", "hello")).succeeded();
        assertEquals(List.of("makes", "makes"), ways());
    }

    @Test
    void theOptionsKeepJBangsOutputClean() throws IOException {
        runs("hello");
        String call = tools.calls("java").get(0);
        assertTrue(call.startsWith("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "), call);
        assertTrue(call.contains("-Xlog:disable -Xlog:all=error:stderr"), call);
    }

    private List<String> runs(String... scripts) throws IOException {
        for (String script : scripts) {
            checkout.run(script).succeeded();
        }
        return ways();
    }

    private List<String> ways() throws IOException {
        return tools.calls("java").stream().map(ArchiveTest::way).toList();
    }

    private static String way(String call) {
        return call.contains("-XX:ArchiveClassesAtExit=") ? "makes"
                : call.contains("-XX:SharedArchiveFile=") ? "uses" : "plain";
    }

    private void release(String version) throws IOException {
        Files.writeString(jdk.resolve("release"),
                "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base\"\n");
    }
}
