package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the toolkit of a repository is started. */
final class Ours {
    /** JBang's exit code for "run what I have printed". */
    private static final int PRINTED = 255;

    private Ours() {
    }

    /** {@return the launcher with our script} */
    static List<String> throughLauncher(Path repository) {
        return List.of(launcher(repository).toString(), repository.resolve("migrate.java").toString());
    }

    /**
     * {@return the command that JBang runs in the end, {@code java … migrate}}
     * Our script has been built by then, and the archive of its classes, which the first run leaves behind, is there.
     */
    static List<String> direct(Path repository, Work work) throws IOException, InterruptedException {
        work.command(repository, List.of(launcher(repository).toString(), "migrate.java", "--version")).expect(0);
        var words = printed(repository, work, "migrate.java");
        if (words.stream().noneMatch(it -> it.startsWith("-XX:SharedArchiveFile="))) {
            throw new Stopped("The first run of migrate.java has left no archive of its classes; this would be run:\n"
                    + String.join(" ", words));
        }
        return words;
    }

    /** {@return the command that JBang runs for a script in bench/peers, built by then} */
    static List<String> script(Path repository, Work work, String name) throws IOException, InterruptedException {
        var script = "bench/peers/" + name + ".java";
        work.command(repository, List.of(launcher(repository).toString(), "build", script)).expect(0);
        return printed(repository, work, script);
    }

    private static List<String> printed(Path repository, Work work, String script)
            throws IOException, InterruptedException {
        var asked = work.command(repository, List.of(java(), "-jar", jar(repository).toString(), script));
        asked.expect(PRINTED);
        var split = work.command("sh", "-c", "printf '%s\\n' " + asked.output());
        split.expect(0);
        return split.output().lines().toList();
    }

    private static Path launcher(Path repository) {
        var launcher = repository.resolve("jbang");
        if (!Programs.runs(launcher) || !Files.exists(repository.resolve("migrate.java"))) {
            throw new Stopped("There is no ./jbang and migrate.java here: start this in the toolkit's folder.");
        }
        return launcher;
    }

    private static Path jar(Path repository) throws IOException {
        try (var versions = Files.newDirectoryStream(repository.resolve(".jbang"), "*")) {
            for (var version : versions) {
                if (Files.exists(version.resolve("jbang.jar"))) {
                    return version.resolve("jbang.jar");
                }
            }
        }
        throw new Stopped("There is no jbang.jar in .jbang: run ./jbang --version once.");
    }

    private static String java() {
        return Optional.ofNullable(System.getenv("JAVA_HOME")).map(it -> it + "/bin/java").orElse("java");
    }
}
