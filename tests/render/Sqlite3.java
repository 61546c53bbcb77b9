package tests.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code sqlite3} program, whichever version of it is installed. */
final class Sqlite3 {
    private Sqlite3() {
    }

    /** {@return whether there is such a program} */
    static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("sqlite3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return what it finds, in a database in memory, or what it says instead} */
    static List<String> run(String schema, List<String> queries) throws IOException {
        var process = new ProcessBuilder("sqlite3", "-batch", "-init", "/dev/null", ":memory:")
                .redirectErrorStream(true).start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(schema + String.join(";\n", queries) + ";\n");
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
}
