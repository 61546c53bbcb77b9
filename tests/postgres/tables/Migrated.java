package tests.postgres.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tests.Project;
import tests.Result;
import tests.servers.TestDatabase;

/** A database that is led from one schema to another by what is drafted, and back. */
final class Migrated {
    private static final Pattern DROP = Pattern.compile("`--drop ([^`]+)`");

    private final Project project;
    private final TestDatabase database;

    Migrated(Path folder, TestDatabase database) {
        this.project = new Project(folder).on(database);
        this.database = database;
    }

    Project project() {
        return project;
    }

    /** Says what is wanted. */
    Migrated wanted(String models) {
        project.file("/models/schema.sql", models);
        return this;
    }

    /** {@return the script that is drafted} Nothing is a renaming. */
    String draft() {
        var arguments = new ArrayList<>(List.of("--autogenerate", "-m", "change"));
        var result = project.revision(arguments.toArray(String[]::new));
        while (result.exitCode() == 4) {
            var drop = DROP.matcher(result.err());
            assertTrue(drop.find(), result::toString);
            arguments.addAll(List.of("--drop", drop.group(1)));
            result = project.revision(arguments.toArray(String[]::new));
        }
        assertEquals(0, result.exitCode(), result::toString);
        return result.out().isBlank() ? "" : text(result);
    }

    /** What is left to a person is left out: where there are no rows, it has nothing to say. */
    private void finish() {
        try (var files = Files.list(project.folder().resolve("migrations"))) {
            for (var file : files.toList()) {
                Files.writeString(file, Files.readString(file).replaceAll("(?m)^-- migrate:todo .*\n", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Result result) {
        try {
            return Files.readString(project.folder().resolve(result.out().strip().lines().findFirst().orElseThrow()));
        } catch (IOException e) {
            throw new IllegalStateException(result.toString(), e);
        }
    }

    /** Leads there and back, and looks on both ends whether that is where it is. */
    void thereAndBack(Pair pair) {
        database.execute(pair.a());
        var before = Dump.of(database);
        wanted(pair.b());
        var draft = draft();
        if (draft.isEmpty()) {
            return;
        }
        finish();
        expect(0, draft, "upgrade", "--allow", "drop-data", "--allow", "change-data");
        assertEquals("Nothing found.\n", expect(0, draft, "check").out(), draft);
        expect(0, draft, "downgrade", "base", "--allow", "drop-data", "--allow", "change-data");
        assertEquals(String.join("\n", before), String.join("\n", Dump.of(database)), draft);
    }

    private Result expect(int exitCode, String draft, String... arguments) {
        var result = project.migrate(arguments);
        assertEquals(exitCode, result.exitCode(), () -> result + "\n" + draft);
        return result;
    }
}
