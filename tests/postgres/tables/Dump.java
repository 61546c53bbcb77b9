package tests.postgres.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tests.servers.TestDatabase;

/** A schema as pg_dump prints it, which knows nothing of our reader. */
final class Dump {
    private Dump() {
    }

    private static String sorted(String parameters) {
        return Stream.of(parameters.replaceAll("[();]", "").substring(5).split(", ")).sorted().toList().toString();
    }

    /**
     * {@return the lines of the dump, sorted} The order of columns does not count, and neither do the toolkit's own
     * tables.
     */
    static List<String> of(TestDatabase database) {
        try {
            var process = new ProcessBuilder("pg_dump", "-s", "--no-owner", "-T", "migrate_*", "-d",
                    database.url()).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(text);
            }
            return text.lines().map(it -> it.strip().replaceFirst(",$", ""))
                    .map(it -> it.startsWith("WITH (") ? sorted(it) : it)
                    .filter(it -> !it.isEmpty() && !it.startsWith("--") && !it.startsWith("\\")).sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
