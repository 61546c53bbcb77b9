package restrack.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * JBang has the JVM write an archive of the classes that the first run loaded, which halves the start of every later
 * one. Whatever that first run was, here the common commands are run once more on a database of their own, so that
 * their classes are in the archive too.
 */
final class Training {
    private static final String OPTION = "-XX:ArchiveClassesAtExit=";

    private Training() {
    }

    /** Runs the common commands in silence, if this is the run that the archive is made of. */
    static void runIfDue() {
        if (!isDue()) {
            return;
        }
        try {
            var folder = Files.createTempDirectory("migrate-training");
            try {
                run(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            // The archive will be smaller than it could be, and everything works.
            return;
        }
    }

    /** The archive lies beside our jar; the command line is asked only where there is none. */
    private static boolean isDue() {
        try {
            var jar = new File(Training.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
            if (!jar.endsWith(".jar") || new File(jar.replaceAll("\\.jar$", ".jsa")).exists()) {
                return false;
            }
            var arguments = ProcessHandle.current().info().arguments().orElse(new String[0]);
            return Arrays.stream(arguments).anyMatch(it -> it.startsWith(OPTION));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void run(Path folder) throws IOException {
        var scripts = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(scripts.resolve("1_table.sql"), """
                -- revision: 1
                -- revises:
                -- Table

                -- migrate:up
                CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR);
                CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END;

                -- migrate:down
                DROP TABLE t;
                """);
        Files.writeString(scripts.resolve("2_rows.sql"), "INSERT INTO t (name) VALUES ('a');\n"
                + "ALTER TABLE t ALTER name TYPE TEXT COLLATE NOCASE;\nCREATE INDEX i ON t (lower(name));\n");
        Files.writeString(Files.createDirectory(folder.resolve("models")).resolve("t.sql"), """
                create table t (id integer primary key, name text collate nocase, more int default 0 check (more <> 7),
                    u integer references u);
                create table u (id int primary key) without rowid;
                create index i on t (lower(name) desc);
                create view v as select id from t;
                """);
        var surroundings = new Surroundings(folder, Map.of(), false, Surroundings.Interruption.NONE);
        for (var arguments : List.of(List.of("upgrade"), List.of("upgrade"), List.of("status"), List.of("current"),
                List.of("heads"), List.of("history"), List.of("check"), List.of("status", "--json"),
                List.of("downgrade", "nothing"))) {
            migrate(surroundings, arguments);
        }
        revision(surroundings, "--autogenerate", "-m", "Models");
        migrate(surroundings, List.of("downgrade", "base", "--allow", "drop-data"));
        revision(surroundings, "-m", "More");
    }

    private static void migrate(Surroundings surroundings, List<String> arguments) {
        CommandLines.migrate(surroundings, arguments).setOut(silence()).setErr(silence())
                .execute(arguments.toArray(String[]::new));
    }

    private static void revision(Surroundings surroundings, String... arguments) {
        CommandLines.revision(surroundings, List.of()).setOut(silence()).setErr(silence()).execute(arguments);
    }

    private static PrintWriter silence() {
        return new PrintWriter(Writer.nullWriter());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
