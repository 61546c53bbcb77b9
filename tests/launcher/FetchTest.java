package tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The first start: JBang is fetched once, checked, and whatever is missing is said in one line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a shell script.")
class FetchTest {
    @TempDir
    Path folder;

    Path jar;
    FakeTools tools;
    Checkout checkout;

    @BeforeEach
    void aCheckoutWithEverythingItNeeds() throws IOException {
        jar = Files.writeString(folder.resolve("jbang.jar"), "the right one");
        tools = new FakeTools(folder.resolve("bin")).add("java", FakeTools.JAVA).add("mvn", FakeTools.maven(jar));
        checkout = new Checkout(folder.resolve("my project")).setting("sha256", FakeTools.sha256(jar))
                .with("PATH", tools.folder().toString());
    }

    @Test
    void mavenFetchesByCoordinatesAndOnlyOnce() throws IOException {
        checkout.run("hello").succeeded();
        checkout.run("hello").succeeded();
        assertEquals(1, tools.calls("mvn").size());
        assertTrue(tools.calls("mvn").get(0).contains("-Dartifact=dev.jbang:jbang-cli:0.132.1:jar:all"));
        assertEquals("the right one", Files.readString(fetched()));
        assertNothingElseIsLeft();
    }

    @Test
    void fourFirstStartsAtOnceAllEndWellAndFetchOnce() throws IOException {
        assertFourStartWell();
    }

    @Test
    void fourFirstStartsAtOnceEndWellWithoutFlockToo() throws IOException {
        tools.remove("flock");
        assertFourStartWell();
        assertFalse(Files.exists(checkout.cache().resolve("launcher.owner")));
    }

    private void assertFourStartWell() throws IOException {
        for (Run run : checkout.runAtOnce(4, "hello")) {
            assertTrue(run.succeeded().out().startsWith("<hello>"), run.out());
        }
        assertEquals(1, tools.calls("mvn").size());
        assertFalse(tools.calls("java").contains("overlap"), "two JBangs were at work at once");
        assertNothingElseIsLeft();
    }

    @Test
    void aWrongSumIsRefusedAndTheFileRemoved() throws IOException {
        checkout.setting("sha256", "0".repeat(64));
        Run run = assertFails("has the sha256 " + FakeTools.sha256(jar) + " instead of " + "0".repeat(64));
        assertTrue(run.err().contains("it was removed"));
        assertFalse(Files.exists(fetched()));
        checkout.setting("sha256", FakeTools.sha256(jar)).run("hello").succeeded();
    }

    @Test
    void withoutNetworkMavenFailsInOneLine() throws IOException {
        tools.add("mvn", "#!/bin/sh\necho '[ERROR] Unknown host'\nexit 1\n");
        assertFails("Maven could not fetch dev.jbang:jbang-cli:0.132.1:jar:all. Is the network there?");
        assertEquals(List.of("[ERROR] Unknown host"), Files.readAllLines(fetched().resolveSibling("maven.log")));
    }

    @Test
    void withoutNetworkTheDownloadFailsInOneLine() throws IOException {
        tools.remove("mvn").add("curl", "#!/bin/sh\nexit 6\n");
        assertFails("Could not download https://");
    }

    @Test
    void withoutMavenAndDownloadersItSaysWhatToInstall() throws IOException {
        tools.remove("mvn");
        assertFails("Neither mvn nor curl nor wget is here to fetch JBang 0.132.1: install one of them.");
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws IOException {
        tools.remove("java");
        assertFails("No Java here: install a JDK 17 or newer, or set JAVA_HOME to one.");
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws IOException {
        checkout.with("JAVA_HOME", "/no where");
        assertFails("JAVA_HOME is /no where, but there is no bin/java in it");
    }

    @Test
    void aJavaThatSaysItIsTooOldIsRefusedBeforeAnythingIsFetched() throws IOException {
        Path jdk = folder.resolve("jdk eight");
        new FakeTools(jdk.resolve("bin")).add("java", FakeTools.JAVA);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_432\"\n");
        checkout.with("JAVA_HOME", jdk.toString());
        assertFails("is Java 8, which is too old: install a JDK 17 or newer, or set JAVA_HOME to one.");
        assertEquals(List.of(), tools.calls("mvn"));
    }

    @Test
    void aJavaThatCannotStartIsAskedForItsVersion() throws IOException {
        tools.add("java", """
                #!/bin/sh
                [ "$1" = -version ] && echo 'openjdk version "11.0.2" 2019-01-15' >&2 && exit
                exit 1
                """);
        assertFails("is Java 11, which is too old");
    }

    @Test
    void withoutMavenTheReleaseOfJBangIsDownloadedAndUnpacked() throws IOException {
        Path zip = releaseWithTheJar();
        String copy = "#!/bin/sh\nwhile [ \"$1\" != %s ]; do shift; done\ncp '" + zip + "' \"$2\"\n";
        tools.remove("mvn").add("curl", copy.formatted("-o"));
        tools.forward("jar", Path.of(System.getProperty("java.home"), "bin", "jar"));
        checkout.setting("release_sha256", FakeTools.sha256(zip)).run("hello").succeeded();
        assertEquals("the right one", Files.readString(fetched()));
        assertNothingElseIsLeft();

        Files.delete(fetched());
        tools.remove("curl").add("wget", copy.formatted("-O"));
        checkout.run("hello").succeeded();
        assertEquals("the right one", Files.readString(fetched()));
    }

    @Test
    void anotherReleaseThanTheKnownOneIsRefused() throws IOException {
        tools.remove("mvn").add("curl", "#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\necho page >\"$2\"\n");
        assertFails("instead of 93baab61cd5805f4fc9496527b2842af9ae45a5281e67b50d185ca76ec4fe85c");
    }

    private Path releaseWithTheJar() throws IOException {
        Path zip = folder.resolve("release.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("jbang-0.132.1/bin/jbang.jar"));
            out.write(Files.readAllBytes(jar));
        }
        return zip;
    }

    private Run assertFails(String words) throws IOException {
        Run run = checkout.run("hello");
        if (Files.isDirectory(fetched().getParent())) {
            try (var left = Files.list(fetched().getParent())) {
                assertEquals(List.of(), left.filter(it -> it.getFileName().toString().startsWith("fetch.")).toList());
            }
        }
        List<String> lines = run.err().lines().filter(it -> !it.equals("jbang: Fetching JBang 0.132.1, this once."))
                .toList();
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertEquals(1, lines.size(), run.err());
        assertTrue(lines.get(0).startsWith("jbang: ") && lines.get(0).contains(words), run.err());
        return run;
    }

    private Path fetched() {
        return checkout.folder().resolve(".jbang/0.132.1/jbang.jar");
    }

    private void assertNothingElseIsLeft() throws IOException {
        try (var left = Files.list(fetched().getParent())) {
            assertEquals(List.of("jbang.jar"), left.filter(Files::isRegularFile)
                    .map(it -> it.getFileName().toString()).toList());
        }
    }
}
