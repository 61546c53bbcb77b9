package tests.postgres.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tests.servers.TestDatabase;

/** What the server's own program says of a schema. */
final class PgDump {
    private PgDump() {
    }

    /** {@return the command that prints the schema of a database} */
    static String command(TestDatabase database) {
        return program() + " -s -h 127.0.0.1 -p " + database.server().port() + " -U postgres " + database.name();
    }

    private static String program() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(it -> it.resolve("bin/pg_dump")).filter(Files::isExecutable).sorted()
                    .reduce((a, b) -> b).map(Path::toString).orElse("pg_dump");
        } catch (IOException e) {
            return "pg_dump";
        }
    }

    /** {@return the schema, without what is another one each time, and without the toolkit's own tables} */
    static String of(TestDatabase database) {
        return output(command(database) + " -T 'migrate_*'").lines()
                .filter(it -> !it.startsWith("\\") && !it.startsWith("--") && !it.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** {@return all that it prints} */
    static String whole(TestDatabase database) {
        return output(command(database));
    }

    private static String output(String command) {
        try {
            var process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
