package tests.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tests.Project;
import tests.Result;

/** A database that is led from one schema to another by what is drafted. */
public final class Migrated {
    private static final Pattern QUESTION = Pattern.compile("`--rename (.+?)` keeps .*`--drop (.+?)` lets",
            Pattern.DOTALL);

    private final Project project;

    public Migrated(Path folder, TestDatabase database) {
        this.project = new Project(folder).on(database);
    }

    /** {@return the folder with its two commands} */
    public Project project() {
        return project;
    }

    /** Says what is wanted. */
    public Migrated wanted(String models) {
        project.file("/models/schema.sql", models);
        return this;
    }

    /** {@return the script that is drafted} Nothing is a renaming. */
    public String draft() {
        return draft(it -> false);
    }

    /**
     * {@return the script that is drafted; empty where nothing is different}
     *
     * @param renamed says whether something has another name, which is said as {@code --rename} takes it
     */
    public String draft(Predicate<String> renamed) {
        var arguments = new ArrayList<>(List.of("--autogenerate", "-m", "change"));
        var result = project.revision(arguments.toArray(String[]::new));
        while (result.exitCode() == 4) {
            var question = QUESTION.matcher(result.err());
            assertTrue(question.find(), result::toString);
            arguments.addAll(renamed.test(question.group(1)) ? List.of("--rename", question.group(1))
                    : List.of("--drop", question.group(2)));
            result = project.revision(arguments.toArray(String[]::new));
        }
        assertEquals(0, result.exitCode(), result::toString);
        return result.out().isBlank() ? "" : text(result);
    }

    /** What is left to a person is left out: where there are no rows, it has nothing to say. */
    public void finish() {
        finish(it -> it.replaceAll("(?m)^-- migrate:todo .*\n", ""));
    }

    /** Does in the draft what is left to a person. */
    public void finish(UnaryOperator<String> hand) {
        try (var files = Files.list(project.folder().resolve("migrations"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".sql")).toList()) {
                Files.writeString(file, hand.apply(Files.readString(file)));
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

    /** {@return what a command says that has to end so} */
    public Result expect(int exitCode, String draft, String... arguments) {
        var result = project.migrate(arguments);
        assertEquals(exitCode, result.exitCode(), () -> result + "\n" + draft);
        return result;
    }
}
