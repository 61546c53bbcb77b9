package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.compile.LauncherDependencies;

/** Runs launchers that are shell scripts and speak as JBang's does. */
class LauncherDependenciesTest {
    private static final List<String> WANTED = List.of("org.example:a:1", "org.example:b:2");

    @TempDir
    Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
    }

    private Path launcher(String path, String script) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** A launcher that notes each call with the script it was given, and answers with jar files. */
    private Path launcherThatAnswers(String path, Path... jars) throws IOException {
        return launcher(path, """
                { echo "$0: $1 $2 $3 $4"; cat "$5"; } >> '%s'
                echo '[jbang] Resolving dependencies...' >&2
                echo '%s'
                """.formatted(folder.resolve("calls"),
                String.join(File.pathSeparator, List.of(jars).stream().map(Path::toString).toList())));
    }

    private Path jar(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "");
    }

    private LauncherDependencies dependencies(Map<String, String> environment) {
        return new LauncherDependencies(folder.resolve("cache"), environment, folder.resolve("project"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    @Test
    void launcherIsAskedOnceForASetOfLibraries() throws IOException {
        var a = jar("a 1.jar");
        var b = jar("b.jar");
        var launcher = launcherThatAnswers("with space/jbang", a, b);
        var environment = Map.of("JBANG_LAUNCH_CMD", launcher.toString());
        assertEquals(List.of(a, b), dependencies(environment).resolve(WANTED));
        assertEquals(List.of(launcher + ": --verbose info classpath --deps-only", "//DEPS org.example:a:1",
                "//DEPS org.example:b:2", "class deps {}"), calls());
        assertEquals(List.of(a, b), dependencies(environment).resolve(WANTED));
        assertEquals(4, calls().size());
        dependencies(environment).resolve(List.of("org.example:a:1"));
        assertEquals(7, calls().size());
    }

    @Test
    void launcherIsAskedAgainWhenAJarHasGone() throws IOException {
        var a = jar("a.jar");
        var environment = Map.of("JBANG_LAUNCH_CMD", launcherThatAnswers("jbang", a).toString());
        dependencies(environment).resolve(WANTED);
        Files.delete(a);
        var moved = jar("moved.jar");
        launcherThatAnswers("jbang", moved);
        assertEquals(List.of(moved), dependencies(environment).resolve(WANTED));
    }

    @Test
    void launcherIsTheOneThatStartedUsElseOnThePathElseTheRepositorys() throws IOException {
        var a = jar("a.jar");
        var started = launcherThatAnswers("started/jbang", a);
        var onPath = launcherThatAnswers("bin/jbang", a);
        var own = launcherThatAnswers("project/jbang", a);
        var path = "/nowhere" + File.pathSeparator + onPath.getParent();
        dependencies(Map.of("JBANG_LAUNCH_CMD", started.toString(), "PATH", path)).resolve(List.of("g:a:1"));
        dependencies(Map.of("PATH", path)).resolve(List.of("g:a:2"));
        dependencies(Map.of("JBANG_LAUNCH_CMD", "/gone/jbang")).resolve(List.of("g:a:3"));
        assertEquals(List.of(started, onPath, own), calls().stream().filter(it -> it.contains(": --verbose"))
                .map(it -> Path.of(it.substring(0, it.indexOf(':')))).toList());
    }

    @Test
    void noLauncherIsASentence() {
        assertEquals("The libraries org.example:a:1, org.example:b:2 of a script cannot be had: "
                        + "no JBang was found to fetch them with",
                Failures.message(ErrorKind.DEPENDENCY_NOT_FOUND, () -> dependencies(Map.of()).resolve(WANTED)));
    }

    @Test
    void failureShowsTheLastWordsOfTheLauncher() throws IOException {
        var launcher = launcher("jbang", """
                for i in 1 2 3 4 5 6 7; do echo "line $i" >&2; done
                exit 4
                """);
        var message = Failures.message(ErrorKind.DEPENDENCY_NOT_FOUND,
                () -> dependencies(Map.of("JBANG_LAUNCH_CMD", launcher.toString())).resolve(WANTED));
        assertTrue(message.endsWith(launcher + " ended with 4:\n"
                + "    line 3\n    line 4\n    line 5\n    line 6\n    line 7"), message);
    }

    @Test
    void failureShowsItsRootCause() throws IOException {
        var launcher = launcher("jbang", """
                cat >&2 <<END
                dev.jbang.cli.ExitException: Could not read it
                	at dev.jbang.Main.main(Main.java:27)
                Caused by: org.example.First: not resolved
                	at org.example.First.resolve(First.java:1)
                Caused by: org.example.Second: Could not find artifact org.example:a:pom:1 in central
                	... 35 more
                [jbang] Using a JDK
                END
                exit 4
                """);
        var message = Failures.message(ErrorKind.DEPENDENCY_NOT_FOUND,
                () -> dependencies(Map.of("JBANG_LAUNCH_CMD", launcher.toString())).resolve(WANTED));
        assertTrue(message.endsWith(" ended with 4: Could not find artifact org.example:a:pom:1 in central"), message);
    }

    @Test
    void failureIsNotKept() throws IOException {
        var environment = Map.of("JBANG_LAUNCH_CMD", launcher("jbang", "exit 0\n").toString());
        var message = Failures.message(ErrorKind.DEPENDENCY_NOT_FOUND, () -> dependencies(environment).resolve(WANTED));
        assertTrue(message.endsWith("it named no jar files"), message);
        var a = jar("a.jar");
        launcherThatAnswers("jbang", a);
        assertEquals(List.of(a), dependencies(environment).resolve(WANTED));
    }
}
