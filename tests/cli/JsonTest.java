package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;

/** With {@code --json}, every command answers with exactly one document, whose shape others rely upon. */
class JsonTest {
    private static final List<String> REVISION = List.of("revision", "revises", "dependsOn", "labels", "message",
            "created", "flags");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "upgrade heads", "upgrade left", "upgrade left --dry-run", "upgrade left --sql",
        "upgrade nope", "upgrade --nope", "downgrade base", "downgrade -1", "downgrade left:base --sql", "downgrade",
        "status", "current", "current --check-heads", "heads", "branches", "history", "history --graph", "history -i",
        "history -r base:left", "show left", "show nope", "stamp left", "stamp base --purge", "stamp", "check",
        "lint", "lint migrations/left.sql", "lint nope", "show-table l", "show-table nope", "config", "init",
        "repair left --reason x", "repair left", "help", "help upgrade", "help nope", "--help",
        "upgrade --help", "--version", "--generate-completion", "--quiet", "nope", "status --url nonsense"})
    void everyCommandAnswersWithOneDocument(String command) {
        var project = Projects.fork(folder);
        assertDocument(project.migrate((command + " --json").split(" ")));
        assertDocument(project.migrate(("--json " + command).split(" ")));
        project.migrate("upgrade", "left");
        assertDocument(project.migrate((command + " --json --verbose").split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-m x", "--message=x --java", "--head left -m x", "merge heads", "merge left", "merge",
        "edit left", "edit nope", "--help", "merge --help", "--version", "--generate-completion", "--nope", "nope"})
    void everyCommandThatWritesDoesToo(String command) {
        var project = Projects.fork(folder).environment("EDITOR", "true");
        assertDocument(project.revision((command + " --json").split(" ")));
        assertDocument(project.revision(("--json " + command).split(" ")));
    }

    private static void assertDocument(Result result) {
        var document = JsonParser.parseString(result.out()).getAsJsonObject();
        assertEquals(1, result.out().lines().count(), result.out());
        boolean failed = document.has("error");
        assertEquals(failed, result.exitCode() != 0 && result.exitCode() != 3, result.out());
        if (failed) {
            assertEquals(List.of("kind", "message", "hint"), keys(document.getAsJsonObject("error")));
            ErrorsTest.assertReadable(document.getAsJsonObject("error").toString());
        }
    }

    @Test
    void upgradeAnswersStepsAndCurrent() {
        var project = Projects.chain(folder);
        var planned = project.migrate("upgrade", "two", "--dry-run", "--json").json();
        assertEquals(List.of("steps", "current"), keys(planned));
        assertEquals("[\"up one\",\"up two\"]", steps(planned));
        assertEquals("[\"two\"]", planned.get("current").toString());

        var done = project.migrate("upgrade", "two", "--json").json();
        assertEquals(List.of("op", "revision", "message", "ms"),
                keys(done.getAsJsonArray("steps").get(0).getAsJsonObject()));
        assertEquals("[\"up one\",\"up two\"]", steps(done));
        assertEquals("Message of one", done.getAsJsonArray("steps").get(0).getAsJsonObject().get("message")
                .getAsString());
        assertEquals("[\"two\"]", done.get("current").toString());

        var again = project.migrate("upgrade", "two", "--json").json();
        assertEquals("[]", steps(again));
        assertEquals("[\"two\"]", again.get("current").toString());
    }

    @Test
    void downgradeAnswersStepsAndCurrent() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        var done = project.migrate("downgrade", "one", "--json").json();
        assertEquals(List.of("steps", "current"), keys(done));
        assertEquals("[\"down three\",\"down two\"]", steps(done));
        assertEquals("[\"one\"]", done.get("current").toString());
    }

    @Test
    void stampAnswersStepsAndCurrent() {
        var done = Projects.chain(folder).migrate("stamp", "two", "--json").json();
        assertEquals(List.of("steps", "current"), keys(done));
        assertEquals("[\"stamp one\",\"stamp two\"]", steps(done));
        assertEquals("[\"two\"]", done.get("current").toString());
    }

    @Test
    void listsAnswerRevisionsWithAllTheirFields() {
        var project = Projects.fork(folder);
        project.migrate("upgrade", "left");
        for (var command : List.of("heads", "current", "history")) {
            var answer = project.migrate(command, "--json").json();
            assertEquals(List.of("revisions"), keys(answer));
            for (var revision : answer.getAsJsonArray("revisions")) {
                assertEquals(REVISION, keys(revision.getAsJsonObject()), command);
            }
        }
        assertEquals("{\"revisions\":[{\"revision\":\"left\",\"revises\":[\"root\"],\"dependsOn\":[],\"labels\":[],"
                + "\"message\":\"Message of left\",\"created\":\"2026-01-01T00:00:00Z\","
                + "\"flags\":[\"head\",\"current\"]}]}", project.migrate("current", "--json").out().strip());
    }

    @Test
    void flagsSayWhatARevisionIs() {
        var project = Projects.fork(folder).script("join", "left, right", "SELECT 1;", "SELECT 1;");
        project.migrate("upgrade", "left");
        var flags = new ArrayList<String>();
        for (var revision : project.migrate("history", "--json").json().getAsJsonArray("revisions")) {
            var fields = revision.getAsJsonObject();
            flags.add(fields.get("revision").getAsString() + fields.get("flags"));
        }
        assertEquals("join[\"head\",\"mergepoint\"]", flags.get(0));
        assertTrue(flags.contains("left[\"current\"]"), flags.toString());
        assertTrue(flags.contains("right[]"), flags.toString());
        assertEquals("root[\"base\",\"branchpoint\"]", flags.get(3));
    }

    @Test
    void documentsAreAsciiSoThatNoEncodingSpoilsThem() {
        var project = new Project(folder);
        project.revision("-m", "Größe 漢 \u007f 🎉");
        var result = project.migrate("heads", "--json");
        assertTrue(result.out().strip().chars().allMatch(it -> it >= ' ' && it < 0x7f), result.out());
        assertEquals("Größe 漢 \u007f 🎉", result.json().getAsJsonArray("revisions").get(0).getAsJsonObject()
                .get("message").getAsString());
    }

    @Test
    void branchesAnswerChildrenById() {
        assertEquals("{\"branches\":{\"root\":[\"left\",\"right\"]}}",
                Projects.fork(folder).migrate("branches", "--json").out().strip());
    }

    @Test
    void newRevisionAnswersItselfAndItsPath() {
        var project = Projects.fork(folder);
        var merge = project.revision("merge", "heads", "-m", "Join", "--rev-id", "join", "--json").json();
        var fields = new ArrayList<>(REVISION);
        fields.add("path");
        assertEquals(fields, keys(merge));
        assertEquals("[\"left\",\"right\"]", merge.get("revises").toString());
        assertEquals("[\"head\",\"mergepoint\"]", merge.get("flags").toString());
        assertTrue(folder.resolve(merge.get("path").getAsString()).toFile().isFile());

        var next = project.revision("-m", "Next", "--branch-label", "lab", "--depends-on", "left", "--json").json();
        assertEquals(fields, keys(next));
        assertEquals("[\"join\"] [\"left\"] [\"lab\"] \"Next\"", next.get("revises") + " " + next.get("dependsOn") + " "
                + next.get("labels") + " " + next.get("message"));
        assertTrue(folder.resolve(next.get("path").getAsString()).toFile().isFile());
    }

    private static String steps(JsonObject document) {
        var steps = new ArrayList<String>();
        for (var step : document.getAsJsonArray("steps")) {
            var fields = step.getAsJsonObject();
            steps.add('"' + fields.get("op").getAsString() + " " + fields.get("revision").getAsString() + '"');
        }
        return "[" + String.join(",", steps) + "]";
    }

    private static List<String> keys(JsonObject document) {
        return List.copyOf(document.keySet());
    }
}
