package tests.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tests.Project;

/** What these tests begin with, and how copies are looked at: as any other program would. */
final class Copies {
    private Copies() {
    }

    /** {@return a project with a table {@code t (n)} that has one row, and a script {@code b} that is pending} */
    static Project project(Path folder) {
        var project = new Project(folder)
                .script("a", "", "CREATE TABLE t (n INTEGER);", "DROP TABLE t;")
                .script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;");
        require(project.migrate("upgrade", "a").exitCode());
        project.execute("INSERT INTO t VALUES (1)");
        return project;
    }

    private static void require(int exitCode) {
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode);
        }
    }

    /** {@return the files of the folder in which copies are by themselves, in order} */
    static List<Path> backups(Project project) {
        return files(project.folder().resolve("data/backups"));
    }

    /** {@return the files of a folder, in order; none if there is no folder} */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the names of the files of a folder, times replaced} */
    static List<String> names(Path folder) {
        return files(folder).stream().map(it -> it.getFileName().toString().replaceAll("\\d{8}-\\d{6}", "TIME"))
                .toList();
    }

    /** {@return the first column of a query} */
    static List<String> query(Path file, String sql) {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Runs a statement. */
    static void execute(Path file, String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Turns some bytes of a file into others. */
    static void damage(Path file, int from, int to) throws IOException {
        var bytes = Files.readAllBytes(file);
        for (int i = from; i < to; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
    }
}
