package tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What JBang answers about our own scripts: kept when it is final, and used until something has changed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a shell script.")
class AnswerTest {
    private static final String[] ODD = {"a  b", "", "it's", "\"q\" `x` $HOME \\", "*", "~", "two\nlines", "@file",
            "--", "-x", ""};

    @TempDir
    Path folder;

    Path jdk;
    FakeTools tools;
    Checkout checkout;

    @BeforeEach
    void aCheckoutOfTheToolkitThatHasJBang() throws IOException {
        jdk = folder.toRealPath().resolve("a jdk");
        tools = new FakeTools(jdk.resolve("bin")).add("java", FakeTools.BUILDING_JAVA);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        checkout = new Checkout(folder.toRealPath().resolve("the project")).with("PATH", tools.folder().toString())
                .with("JAVA_HOME", jdk.toString());
        checkout.write(".jbang/0.132.1/jbang.jar", "JBang");
        checkout.write("migrate.java", "//CDS\nclass migrate { }\n");
        checkout.write("revision.java", "//CDS\nclass revision { }\n");
        checkout.write("tests.java", "class tests { }\n");
        checkout.write("restrack/Version.java", "class Version { }\n");
        checkout.write("restrack/graph/Plan.java", "class Plan { int a = 1; }\n");
        checkout.write("restrack/database/sqlite/File.java", "class File { }\n");
        checkout.write("jbang-catalog.json", "{}\n");
    }

    @Test
    void jbangIsAskedUntilThereIsAnArchiveAndThenNoMore() throws IOException {
        assertEquals(1, asked("migrate", "upgrade"));
        assertEquals(1, asked("migrate", "upgrade"));
        assertEquals(0, asked("migrate", "upgrade"));
        assertEquals(0, asked("migrate", "downgrade", "-1"));
        assertEquals(1, asked("revision"));
        assertEquals(0, asked("revision"));
    }

    @Test
    void aScriptWithoutAnArchiveIsAskedForEachTime() throws IOException {
        assertEquals(List.of(1, 1, 1), List.of(asked("tests"), asked("tests"), asked("tests")));
    }

    @Test
    void argumentsArriveExactlyWhetherJBangIsAskedOrNot() throws IOException {
        String words = Stream.of(ODD).collect(Collectors.joining("><", "<migrate.java><", ">"));
        for (int expected : List.of(1, 1, 0)) {
            int before = tools.calls("java").size();
            List<String> command = Stream.concat(Stream.of("./jbang", "migrate"), Stream.of(ODD)).toList();
            assertEquals(words, checkout.runIn(checkout.folder(), "", command).succeeded().out());
            assertEquals(expected, tools.calls("java").size() - before);
        }
        assertTrue(tools.calls("java").stream().allMatch(it -> it.endsWith("/jbang.jar migrate")), "script alone");
    }

    @Test
    void standardInputAndExitCodeAreTheScripts() throws IOException {
        known();
        checkout.with("EXIT", "7");
        assertEquals(new Run(7, "<migrate.java>one\ntwo\n", ""),
                checkout.runIn(checkout.folder(), "one\ntwo\n", List.of("./jbang", "migrate")));
    }

    @Test
    void aChangedSourceIsBuiltEvenIfItsSizeIsTheSameAndItsTimeOlder() throws IOException {
        for (String source : List.of("migrate.java", "restrack/Version.java", "restrack/graph/Plan.java",
                "restrack/database/sqlite/File.java")) {
            known();
            Path file = checkout.folder().resolve(source);
            Files.writeString(file, Files.readString(file).replace("class", "CLASS"));
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            assertEquals(1, asked("migrate"), source);
        }
    }

    @Test
    void aSourceThatComesOrGoesOrIsRenamedIsNoticed() throws IOException {
        known();
        Path added = checkout.write("restrack/graph/Added.java", "class Added { }\n");
        assertEquals(1, asked("migrate"));
        Path renamed = Files.move(added, added.resolveSibling("Other.java"));
        assertEquals(1, asked("migrate"));
        Files.delete(renamed);
        assertEquals(1, asked("migrate"));
    }

    @Test
    void catalogsAndSettingsOfJBangAreNoticedWhereverJBangLooks() throws IOException {
        for (String file : List.of("jbang-catalog.json", ".jbang/jbang-catalog.json", "jbang.properties",
                "../jbang.properties", "../.jbang/jbang-catalog.json", "../jbang home/jbang.properties")) {
            known();
            checkout.write(file, "{ }\n");
            assertEquals(1, asked("migrate"), file);
        }
    }

    @Test
    void aScriptWithSourcesElsewhereIsAskedForEachTime() throws IOException {
        known();
        checkout.write("migrate.java", "//CDS\n//SOURCES restrack/package-info.java\n//SOURCES models/User.java\n");
        assertEquals(List.of(1, 1, 1), List.of(asked("migrate"), asked("migrate"), asked("migrate")));
        checkout.write("migrate.java", "//CDS\n//SOURCES restrack/package-info.java\n");
        known();
    }

    @Test
    void whatTheAnswerNamesHasToBeThere() throws IOException {
        for (String name : List.of("script.jar", "library.jar", "script.jsa")) {
            known();
            Files.delete(built().resolve(name));
            assertEquals(1, asked("migrate"), name);
        }
    }

    @Test
    void clearingJBangsCacheForgetsTheAnswer() throws IOException {
        known();
        delete(checkout.cache().resolve("jars"));
        assertEquals(1, asked("migrate"));
    }

    @Test
    void anotherOrAnUpdatedJavaIsAskedAgain() throws IOException {
        known();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");
        assertEquals(1, asked("migrate"));
        known();
        Path other = folder.resolve("other");
        var others = new FakeTools(other.resolve("bin")).add("java", FakeTools.BUILDING_JAVA);
        checkout.with("JAVA_HOME", other.toString()).run("migrate").succeeded();
        assertEquals(1, others.calls("java").size());
        checkout.with("JAVA_HOME", jdk.toString());
        assertEquals(0, asked("migrate"));
    }

    @Test
    void variablesThatJBangLooksAtAreNoticed() throws IOException {
        for (String name : List.of("JBANG_REPO", "JBANG_CONFIG", "JBANG_LOCAL_ROOT", "JBANG_CACHE_DIR_JDKS",
                "JBANG_DEFAULT_JAVA_VERSION", "JBANG_JDK_VENDOR", "JBANG_DOWNLOAD_SOURCES", "JBANG_CACHE_DIR")) {
            known();
            checkout.with(name, folder.resolve("another").toString());
            assertEquals(1, asked("migrate"), name);
        }
    }

    @Test
    void optionsForJavaAreNeverKept() throws IOException {
        known();
        checkout.with("JBANG_JAVA_OPTIONS", "-Dpassword=secret");
        assertEquals(List.of(1, 1, 1), List.of(asked("migrate"), asked("migrate"), asked("migrate")));
        try (Stream<Path> files = Files.walk(checkout.cache())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains("secret"), file.toString());
            }
        }
        checkout.with("JBANG_JAVA_OPTIONS", "");
        assertEquals(0, asked("migrate"));
    }

    @Test
    void itWorksFromAnotherFolderAndThroughASymbolicLink() throws IOException {
        Path elsewhere = Files.createDirectories(folder.toRealPath().resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), checkout.folder());
        Path launcher = Files.createSymbolicLink(elsewhere.resolve("run"), checkout.launcher());
        String script = checkout.folder().resolve("migrate.java").toString();
        for (int expected : List.of(1, 1, 0)) {
            assertEquals(expected, askedIn(elsewhere, checkout.launcher().toString(), script, "a  b"));
        }
        assertEquals(0, askedIn(elsewhere, launcher.toString(), script));
        assertEquals(0, askedIn(elsewhere, "./run", "../the project/migrate.java"));
        assertEquals(0, askedIn(elsewhere, "link/jbang", "link/migrate.java"));
        assertEquals(1, askedIn(checkout.folder(), "./jbang", "migrate.java"), "here is a catalog");
        assertEquals(0, askedIn(checkout.folder(), "./jbang", "migrate.java"));
        assertEquals(0, askedIn(checkout.folder(), "./jbang", "./migrate.java"));

        Files.writeString(elsewhere.resolve("migrate.java"), "//CDS\nclass migrate { /* another */ }\n");
        assertEquals(1, askedIn(elsewhere, "./run", "migrate.java"));
        assertEquals(1, askedIn(elsewhere, "./run", "migrate.java"));
        assertEquals(1, askedIn(elsewhere, "./run", "migrate.java"));
    }

    @Test
    void commandsAndOptionsOfJBangReachItWhole() throws IOException {
        known();
        for (List<String> words : List.of(List.of("run", "migrate.java", "x"), List.of("build", "migrate.java"),
                List.of("--verbose", "migrate", "x"))) {
            checkout.run(words.toArray(String[]::new));
            List<String> calls = tools.calls("java");
            assertTrue(calls.get(calls.size() - 1).endsWith("/jbang.jar " + String.join(" ", words)), calls.toString());
        }
    }

    @Test
    void whatDoesNotCompileIsShownEachTime() throws IOException {
        known();
        String right = Files.readString(checkout.folder().resolve("migrate.java"));
        checkout.write("migrate.java", "broken");
        for (int i = 0; i < 3; i++) {
            assertEquals(new Run(1, "", "migrate.java does not compile\n"), checkout.run("migrate", "upgrade"));
        }
        checkout.write("migrate.java", right);
        assertEquals("<migrate.java><upgrade>", checkout.run("migrate", "upgrade").succeeded().out());
    }

    @Test
    void anAnswerThatIsCutOffIsNotUsed() throws IOException {
        known();
        Path kept = kept();
        String whole = Files.readString(kept);
        for (int length : List.of(0, 10, whole.indexOf('\n') + 1, whole.indexOf(".jar:") + 4, whole.length() - 9,
                whole.length() - 5)) {
            Files.writeString(kept, whole.substring(0, length));
            assertEquals(1, asked("migrate"), "cut off at " + length);
            assertEquals(whole, Files.readString(kept));
        }
        Files.writeString(kept, whole.replace("bin/java'", "bin/cat'"));
        assertEquals(1, asked("migrate"), "another program");
    }

    @Test
    void aSourceThatChangesDuringTheBuildIsNotMistakenForTheOneBefore() throws IOException {
        asked("migrate");
        String before = Files.readString(checkout.folder().resolve("migrate.java"));
        tools.add("java.meanwhile", "echo '// edited' >>'" + checkout.folder().resolve("migrate.java") + "'\n");
        assertEquals(1, asked("migrate"));
        tools.remove("java.meanwhile");
        String after = Files.readString(checkout.folder().resolve("migrate.java"));
        checkout.write("migrate.java", before);
        assertEquals(1, asked("migrate"));
        checkout.write("migrate.java", after);
        assertEquals(1, asked("migrate"));
    }

    @Test
    void aSourceThatChangedDuringTheBuildIsBuiltByTheNextStart() throws IOException {
        asked("migrate");
        tools.add("java.meanwhile", "echo '// edited' >>'" + checkout.folder().resolve("migrate.java") + "'\n");
        assertEquals(1, asked("migrate"));
        tools.remove("java.meanwhile");
        assertEquals(1, asked("migrate"));
    }

    @Test
    void withoutCksumJBangIsAskedEachTime() throws IOException {
        tools.remove("cksum");
        assertEquals(List.of(1, 1, 1), List.of(asked("migrate"), asked("migrate"), asked("migrate")));
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoReasonNotToRun() throws IOException {
        checkout.with("JBANG_DIR", Files.writeString(folder.resolve("file"), "no folder").toString());
        assertEquals(new Run(0, "<migrate.java>", ""), checkout.run("migrate"));
    }

    @Test
    void whatMayHaveToBuildRunsAloneAndWhatIsBuiltDoesNotWait() throws IOException {
        checkout.write("tests/graph/package-info.java", "package tests.graph;\n");
        checkout.runAtOnce(3, "tests").forEach(Run::succeeded);
        assertFalse(tools.calls("java").contains("overlap"), "two JBangs were at work at once");

        Path lock = checkout.cache().resolve("launcher.lock");
        Files.delete(lock);
        checkout.run("tests").succeeded();
        assertFalse(Files.exists(lock), "nothing had changed, and yet it did lock");
        checkout.write("tests/graph/PlanTest.java", "class PlanTest { }\n");
        checkout.run("tests").succeeded();
        assertTrue(Files.exists(lock), "a source was added, and yet it did not lock");
        Files.delete(lock);
        Files.delete(built().resolve("script.jar"));
        checkout.run("tests").succeeded();
        assertTrue(Files.exists(lock), "the jar was gone, and yet it did not lock");
    }

    @Test
    void everyShellOfThisMachineUsesTheSameAnswer() throws IOException {
        known();
        for (String shell : List.of("dash", "bash", "busybox", "ksh", "yash")) {
            Path program = FakeTools.find(shell);
            if (program != null) {
                String[] words = shell.equals("busybox") ? new String[] {"sh", "jbang", "migrate"}
                        : new String[] {"jbang", "migrate"};
                assertEquals(0, askedIn(checkout.folder(), program.toString(), words), shell);
            }
        }
    }

    /** Runs migrate until its answer is known. */
    private void known() throws IOException {
        for (int i = 0; i < 3 && asked("migrate") > 0; i++) {
            assertTrue(i < 2, "JBang is asked each time");
        }
    }

    /** {@return how often JBang was started by a run of the launcher} */
    private int asked(String... words) throws IOException {
        return askedIn(checkout.folder(), "./jbang", words);
    }

    private int askedIn(Path directory, String program, String... words) throws IOException {
        int before = tools.calls("java").size();
        Run run = checkout.runIn(directory, "", Checkout.command(program, words)).succeeded();
        assertTrue(run.out().startsWith("<"), run.out());
        assertEquals("", run.err());
        return tools.calls("java").size() - before;
    }

    private Path built() {
        return jdk.resolve("bin/java.built");
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.walk(checkout.cache().resolve("jars/launcher"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
