package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.cli.CommandLines;
import restrack.cli.Surroundings;
import tests.Project;

/** Results go to standard output, all else to standard error; colours are for terminals. */
class OutputTest {
    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path folder;

    @Test
    void upgradeTellsALineAScriptAndATotal() {
        var result = Projects.chain(folder).migrate("upgrade");
        var lines = result.out().lines().toList();
        assertTrue(lines.get(0).matches("up {4}one  Message of one  \\d+ ms"), lines.get(0));
        assertTrue(lines.get(2).matches("up {4}three  Message of three  \\d+ ms"), lines.get(2));
        assertTrue(lines.get(3).matches("Applied 3 scripts in \\d+ ms\\. The database is at three \\(head\\)\\."),
                lines.get(3));
        assertEquals(4, lines.size());
        assertEquals("Database: sqlite:///data/restrack.db\n", result.err());
    }

    @Test
    void downgradeDoesToo() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        var lines = project.migrate("downgrade", "-1").out().lines().toList();
        assertTrue(lines.get(0).matches("down  three  Message of three  \\d+ ms"), lines.get(0));
        assertTrue(lines.get(1).matches("Took back 1 script in \\d+ ms\\. The database is at two\\."), lines.get(1));
    }

    @Test
    void scriptsThatRanBeforeOneFailsAreTold() {
        var project = Projects.chain(folder).script("four", "three", "CREATE TABLE one (n);", "");
        var result = project.migrate("upgrade");
        assertEquals(1, result.exitCode());
        assertEquals(3, result.out().lines().filter(it -> it.startsWith("up ")).count(), result.out());
        assertTrue(result.err().contains("migrations/four.sql:7: "), result.err());
        assertEquals("three\n", project.migrate("current").out());
    }

    @Test
    void nothingToDoSaysSoAndEndsWithZero() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        for (var command : new String[] {"upgrade", "upgrade head", "upgrade two", "upgrade base", "downgrade three"}) {
            var result = project.migrate(command.split(" "));
            assertEquals("Nothing to do. The database is at three (head).\n", result.out(), command);
            assertEquals(0, result.exitCode());
        }
    }

    @Test
    void dryRunListsAndChangesNothing() {
        var project = Projects.chain(folder).file("repeatable/v.sql", "CREATE VIEW v AS SELECT 1;");
        var result = project.migrate("upgrade", "--dry-run");
        assertEquals(0, result.exitCode());
        assertEquals("would apply  one  Message of one  (migrations/one.sql)", result.out().lines().findFirst()
                .orElseThrow());
        assertEquals(4, result.out().lines().count(), result.out());
        assertFalse(project.database().toFile().exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "upgrade --dry-run", "status", "current", "heads", "history", "check", "config",
        "stamp one", "downgrade base", "branches"})
    void quietLeavesResultsAlone(String command) {
        var quiet = Projects.chain(folder).migrate((command + " -q").split(" "));
        assertEquals("", quiet.err());
        var loud = Projects.chain(folder.resolve("other")).migrate(command.split(" "));
        assertEquals(loud.out().replaceAll("\\d+ ms", ""), quiet.out().replaceAll("\\d+ ms", ""));
        assertEquals(loud.exitCode(), quiet.exitCode());
    }

    @Test
    void quietStillTellsErrors() {
        assertTrue(Projects.chain(folder).migrate("upgrade", "nope", "-q").err().startsWith("Error: "));
    }

    @Test
    void colorsAreForTerminalsThatWantThem() {
        Projects.chain(folder);
        assertTrue(onTerminal(Map.of(), "status").contains(ESCAPE));
        assertTrue(onTerminal(Map.of("NO_COLOR", ""), "status").contains(ESCAPE));
        assertFalse(onTerminal(Map.of("NO_COLOR", "1"), "status").contains(ESCAPE));
        assertFalse(onTerminal(Map.of(), "status", "--no-color").contains(ESCAPE));
        assertFalse(onTerminal(Map.of(), "status", "--json").contains(ESCAPE));
        assertFalse(new Project(folder).migrate("status").out().contains(ESCAPE));
        assertTrue(onTerminal(Map.of(), "--help").contains(ESCAPE));
        assertFalse(onTerminal(Map.of("NO_COLOR", "1"), "upgrade", "--help").contains(ESCAPE));
        assertFalse(new Project(folder).migrate("--help").out().contains(ESCAPE));
    }

    private String onTerminal(Map<String, String> environment, String... arguments) {
        var text = new StringWriter();
        var line = CommandLines.migrate(new Surroundings(folder, environment, true, Surroundings.Interruption.NONE));
        line.setOut(new PrintWriter(text, true)).setErr(new PrintWriter(text, true)).execute(arguments);
        return text.toString();
    }

    @Test
    void columnsStandBelowOneAnotherWithColors() {
        Projects.chain(folder).migrate("upgrade", "two");
        var plain = onTerminal(Map.of("NO_COLOR", "1"), "status");
        var colored = onTerminal(Map.of(), "status");
        assertEquals(plain, colored.replaceAll("\u001b\\[\\d+m", ""));
    }

    @Test
    void helpListsEveryCommandWithItsOwnOptionsFirst() {
        var project = new Project(folder);
        var help = project.migrate("--help").out();
        for (var command : CommandLines.migrate(Surroundings.ofThisProcess()).getSubcommands().keySet()) {
            assertTrue(help.contains("\n  " + command + " "), command);
            var own = project.migrate("help", command);
            assertEquals(0, own.exitCode());
            assertEquals(own.out(), project.migrate(command, "--help").out());
            assertTrue(own.out().startsWith("Usage: migrate " + command), own.out());
            assertFalse(own.out().replace("--null", "").contains("null"), own.out());
        }
        var upgrade = project.migrate("help", "upgrade").out();
        assertTrue(upgrade.indexOf("--dry-run") < upgrade.indexOf("With every command:"));
        assertTrue(upgrade.indexOf("--json") > upgrade.indexOf("With every command:"));
        assertTrue(project.revision("--help").out().contains("\n  merge "));
        assertTrue(project.revision("merge", "--help").out().startsWith("Usage: revision merge"));
    }

    @Test
    void optionThatIsSaidTwiceCountsAsItWasSaidLast() {
        var project = Projects.chain(folder);
        assertEquals(0, project.migrate("--url", "sqlite:///data/a.db", "upgrade", "--url", "sqlite:///data/b.db")
                .exitCode());
        assertTrue(folder.resolve("data/b.db").toFile().exists());
        assertFalse(folder.resolve("data/a.db").toFile().exists());
        assertEquals(0, project.migrate("status", "--url", "nonsense", "--url", "sqlite:///data/b.db").exitCode());
        assertEquals(0, project.migrate("current", "--json", "--json").exitCode());
    }

    @Test
    void oneCommandLineCanBeExecutedManyTimes() {
        Projects.chain(folder);
        var line = CommandLines.migrate(new Surroundings(folder, Map.of(), false, Surroundings.Interruption.NONE));
        var out = new StringWriter();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter(), true));
        assertEquals(0, line.execute("upgrade", "two", "--json"));
        assertEquals(0, line.execute("--help"));
        assertEquals(2, line.execute("--nope"));
        out.getBuffer().setLength(0);
        assertEquals(0, line.execute("current"));
        assertEquals("two\n", out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, line.execute("upgrade", "--dry-run"));
        assertEquals(1, out.toString().lines().count());
        assertEquals(0, line.execute("upgrade"));
        assertEquals("three", new Project(folder).query("SELECT revision FROM migrate_revision ORDER BY event DESC")
                .get(0));
    }
}
