package tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Between the launcher and JBang: what goes in, what comes out, and what JBang tells the shell to run. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a shell script.")
class ProtocolTest {
    @TempDir
    Path folder;

    FakeTools tools;
    Checkout checkout;

    @BeforeEach
    void aCheckoutThatHasJBang() throws IOException {
        tools = new FakeTools(folder.resolve("bin")).add("java", FakeTools.JAVA);
        checkout = new Checkout(folder.resolve("it's my project")).with("PATH", tools.folder().toString());
        Path jar = checkout.folder().resolve(".jbang/0.132.1/jbang.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "JBang");
    }

    @Test
    void argumentsArriveAsTheyWereTyped() {
        assertEquals("<hello><a  b><it's><$HOME `x` \"q\" \\ *><-x>",
                words(checkout.run("hello", "a  b", "it's", "$HOME `x` \"q\" \\ *", "-x").succeeded()));
    }

    @Test
    void standardInputReachesTheScript() {
        Run run = checkout.runIn(checkout.folder(), "one\ntwo\n", List.of(checkout.launcher().toString(), "hello"));
        assertTrue(run.succeeded().out().endsWith("one\ntwo\n"), run.out());
    }

    @Test
    void whatJBangItselfSaysIsPrintedAndItsExitCodePassedOn() {
        assertEquals(new Run(0, "some words\n", ""), checkout.run("say", "0", "some", "words"));
        assertEquals(new Run(10, "not trusted\n", ""), checkout.run("say", "10", "not", "trusted"));
    }

    @Test
    void theExitCodeOfTheScriptIsTheExitCode() {
        assertEquals(7, checkout.run("say", "255", "sh", "-c", "'exit 7'").code());
    }

    @Test
    void scriptsAreToldTheFullPathOfTheLauncherHoweverItWasCalled() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), checkout.launcher());
        Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("link"));
        String launcher = "launcher=" + checkout.launcher().toRealPath();
        for (List<String> command : List.of(List.of("./jbang", "hello"), List.of("sh", "jbang", "hello"))) {
            assertTrue(checkout.runIn(checkout.folder(), "", command).succeeded().out().contains(launcher));
        }
        for (String program : List.of(link.toString(), relative.toString(), "./relative", "../it's my project/jbang")) {
            Run run = checkout.runIn(elsewhere, "", List.of(program, "hello"));
            assertTrue(run.succeeded().out().contains(launcher), program + " gave " + run);
        }
    }

    @Test
    void aScriptGoesBeforeTheFolderOfTheSameName() throws IOException {
        Files.createDirectories(checkout.folder().resolve("tests"));
        assertEquals("<tests><x>", words(checkout.run("tests", "x").succeeded()));
        Files.writeString(checkout.folder().resolve("tests.java"), "class tests { }");
        assertEquals("<tests.java><x>", words(checkout.run("tests", "x").succeeded()));
    }

    @Test
    void everyShellOfThisMachineRunsIt() {
        for (String shell : List.of("dash", "bash", "busybox", "ksh", "zsh", "yash")) {
            Path program = FakeTools.find(shell);
            if (program != null) {
                List<String> command = shell.equals("busybox")
                        ? List.of(program.toString(), "sh", "jbang", "hello", "it's")
                        : List.of(program.toString(), "jbang", "hello", "it's");
                assertEquals("<hello><it's>", words(checkout.runIn(checkout.folder(), "", command).succeeded()), shell);
            }
        }
    }

    @Test
    void aLostExecutableBitComesBackWithTheFirstStart() throws IOException {
        Path jar = checkout.folder().resolve(".jbang/0.132.1/jbang.jar");
        Path copy = Files.move(jar, folder.resolve("copy.jar"));
        tools.add("mvn", FakeTools.maven(copy));
        checkout.setting("sha256", FakeTools.sha256(copy));
        checkout.launcher().toFile().setExecutable(false);
        checkout.runIn(checkout.folder(), "", List.of("sh", "jbang", "hello")).succeeded();
        assertTrue(Files.isExecutable(checkout.launcher()));
    }

    @Test
    void aLockOfOneThatDiedIsTakenOver() throws IOException {
        tools.remove("flock");
        Files.createDirectories(checkout.cache());
        Process dead = new ProcessBuilder("true").start();
        dead.onExit().join();
        Files.writeString(checkout.cache().resolve("launcher.owner"), dead.pid() + "\n");
        checkout.run("hello").succeeded();
        assertFalse(Files.exists(checkout.cache().resolve("launcher.owner")));
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoReasonNotToRun() throws IOException {
        checkout.with("JBANG_DIR", Files.writeString(folder.resolve("file"), "no folder").toString());
        assertEquals("", checkout.run("hello").succeeded().err());
    }

    private static String words(Run run) {
        return run.out().substring(0, run.out().indexOf("launcher="));
    }
}
