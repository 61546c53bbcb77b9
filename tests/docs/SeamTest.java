package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Jvm;
import tests.MigrateProcess;

/** A database is one folder and one line: nowhere else does code know which databases there are. */
class SeamTest {
    private static final Path DATABASE = Path.of("restrack/database");
    /** What the databases and their programs are called. */
    private static final Pattern NAME = Pattern.compile(
            "sqlite|postgres|psql|pg_dump|mariadb|mysql|galera|wsrep|cockroach|yugabyte", Pattern.CASE_INSENSITIVE);
    /** Text blocks and strings are kept: a slash in them begins no comment. */
    private static final Pattern COMMENT = Pattern.compile(
            "(?s)(?<kept>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+')|/\\*.*?\\*/|//[^\n]*");

    @Test
    void onlyTheRoomOfDatabasesNamesThem() throws IOException {
        // URLs are told apart by their beginnings, which are names; the help of --url shows one; and what only psql
        // reads is said to be psql's.
        assertEquals(List.of("GlobalOptions.java: sqlite", "Unclosed.java: psql"),
                named(sources(Path.of("restrack")).filter(it -> !it.startsWith(DATABASE)
                && !it.startsWith("restrack/config"))));
        assertEquals(List.of(), named(Stream.of(Path.of("migrate.java"), Path.of("revision.java"))));
    }

    @Test
    void anotherDatabaseIsAFolderAndALine() throws IOException {
        var shared = sources(DATABASE).filter(it -> it.getParent().equals(DATABASE)
                || it.startsWith(DATABASE.resolve("server"))).filter(it -> !it.endsWith("Databases.java"));
        assertEquals(List.of(), named(shared));
        var code = code(DATABASE.resolve("Databases.java"));
        for (var folder : folders()) {
            assertEquals(1, Pattern.compile("import restrack\\.database\\." + folder + "\\.").matcher(code).results()
                    .count(), folder);
        }
    }

    @Test
    void noDatabaseKnowsAnother() throws IOException {
        for (var folder : folders()) {
            var others = new TreeSet<>(folders());
            others.remove(folder);
            for (var file : sources(DATABASE.resolve(folder)).toList()) {
                for (var other : others) {
                    assertFalse(code(file).contains("restrack.database." + other + "."), file + " uses " + other);
                }
            }
        }
    }

    @Test
    void aNameInCodeWouldBeFoundAndOneInACommentIsNone(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("A.java"),
                "/** For SQLite. */ class A { // SQLite\n String a = \"http://b\"; /* PostgreSQL */ }");
        assertEquals(List.of(), named(Stream.of(file)));
        Files.writeString(file, "class A { String a = \"// SQLite\"; }");
        assertEquals(List.of("A.java: SQLite"), named(Stream.of(file)));
    }

    @Test
    void onlyTheDatabaseThatIsAskedForIsLoaded(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("migrations")).resolve("1_a.sql"),
                "CREATE TABLE a (b INT);");
        assertEquals(Set.of("sqlite"), loaded(folder, "upgrade"));
        assertEquals(Set.of("sqlite"), loaded(folder, "status"));
    }

    /** {@return the databases of which a command loads classes, of ours or of their drivers} */
    private static Set<String> loaded(Path folder, String command) throws IOException {
        var line = Jvm.command(MigrateProcess.class, command, "--url", "sqlite:///a.db");
        line.add(1, "-Xlog:class+load");
        var process = Jvm.withoutSettings(line, folder).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertTrue(said.contains("restrack.database.Databases "), said);
        return Pattern.compile("\\] (?:restrack\\.database\\.|org\\.)(?<name>sqlite|postgres|mariadb)").matcher(said)
                .results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> folders() throws IOException {
        try (var entries = Files.list(DATABASE)) {
            return entries.filter(Files::isDirectory).map(it -> it.getFileName().toString())
                    .filter(it -> !it.equals("server")).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<Path> sources(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java") && !it.endsWith("package-info.java")).sorted()
                    .toList().stream();
        }
    }

    /** {@return the names of databases in the code of files, each as {@code File.java: name}} */
    private static List<String> named(Stream<Path> files) throws IOException {
        var found = new TreeSet<String>();
        for (var file : files.toList()) {
            NAME.matcher(code(file)).results().forEach(it -> found.add(file.getFileName() + ": " + it.group()));
        }
        return List.copyOf(found);
    }

    private static String code(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll(it -> it.group(1) == null ? " "
                : Matcher.quoteReplacement(it.group(1)));
    }
}
