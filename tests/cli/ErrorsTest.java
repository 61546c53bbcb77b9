package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.ErrorKind;
import tests.Project;

/** What a command says when it cannot do what it is asked for, and what it ends with. */
class ErrorsTest {
    private static final String[] NOTHING_SAID = {};

    @TempDir
    Path folder;

    @Test
    void everyKindIsDocumentedWithItsExitCodeAndNothingElseIs() throws IOException {
        var row = Pattern.compile("\\| `(\\w+)` \\| (\\d+) \\| [^|]+\\. \\| [^|]+\\. \\|");
        var documented = Files.readAllLines(Path.of("docs/errors.md")).stream().map(row::matcher)
                .filter(it -> it.matches()).map(it -> it.group(1) + " " + it.group(2)).collect(Collectors.toList());
        assertEquals(Arrays.stream(ErrorKind.values()).map(it -> it.id() + " " + it.exitCode()).sorted().toList(),
                documented.stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "upgrade nope, unknown_revision, 1",
        "upgrade t, ambiguous_partial, 1",
        "upgrade lab@head, no_such_branch, 1",
        "upgrade +9, relative_out_of_range, 1",
        "upgrade one+9, walked_too_far, 1",
        "upgrade -1, relative_out_of_range, 1",
        "upgrade one:two, range_not_allowed, 1",
        "upgrade --allow nothing, usage, 2",
        "upgrade --lock-timeout soon, bad_setting, 2",
        "upgrade --url nonsense, bad_url, 2",
        "upgrade --url jdbc:db2://localhost/db, unsupported_database, 1",
        "upgrade --dir nowhere, no_scripts, 1",
        "downgrade one, not_ancestor, 1",
        "downgrade -9, relative_out_of_range, 1",
        "downgrade one:two, range_not_allowed, 1",
        "downgrade one --sql, bad_downgrade_target, 1",
        "history -r one, bad_history_range, 1",
        "show nope, unknown_revision, 1",
        "stamp nope, unknown_revision, 1",
        "repair one --reason none, usage, 2",
        "status --env nope, bad_setting, 2",
    })
    void eachMistakeHasItsKindAndExitCode(String command, String kind, int exitCode) {
        var project = Projects.chain(folder);
        var json = project.migrate((command + " --json").split(" "));
        assertEquals(kind, json.errorKind(), json.out());
        assertEquals(exitCode, json.exitCode());
        assertEquals("", json.err());

        var text = project.migrate(command.split(" "));
        assertEquals(exitCode, text.exitCode());
        assertEquals("", text.out());
        assertEquals("Error: " + json.json().getAsJsonObject("error").get("message").getAsString(),
                text.err().lines().filter(it -> it.startsWith("Error: ")).findFirst().orElse(text.err()));
        assertReadable(text.err());
    }

    @Test
    void brokenScriptsAreToldByFileAndLine() {
        var project = new Project(folder).script("one", "", "CREATE TABLE one (n INTEGER);\nCREATE TABEL x (n);", "");
        var result = project.migrate("upgrade");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("migrations/one.sql:8: "), result.err());
        assertTrue(result.err().contains("CREATE TABEL x (n)"), result.err());
        assertReadable(result.err());
    }

    @Test
    void refusalsForSafetyEndWithFour() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        project.execute("INSERT INTO three VALUES (1)");
        assertEquals(4, project.migrate("downgrade", "-1").exitCode());
        project.script("three", "two", "CREATE TABLE three (n TEXT);", "DROP TABLE three;")
                .script("four", "three", "SELECT 1;", "SELECT 1;");
        var edited = project.migrate("upgrade", "--json");
        assertEquals(4, edited.exitCode());
        assertEquals("edited", edited.errorKind());
    }

    @Test
    void fileNameThatTheLocaleCannotSpellIsNoDefectOfOurs() throws IOException, InterruptedException {
        Assumptions.assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this locale has no umlauts");
        new Project(folder).file("größe.sql", "SELECT 1;");
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OnTerminal.class.getName(), "status").directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(1, process.waitFor(), said);
        assertTrue(said.contains("LC_ALL=C.UTF-8"), said);
        assertReadable(said);
    }

    @Test
    void stackTraceIsShownWithVerboseAlone() {
        var project = Projects.chain(folder);
        assertFalse(project.migrate("upgrade", "nope").err().contains("\tat "));
        assertTrue(project.migrate("upgrade", "nope", "-v").err().contains("\tat restrack."));
        var json = project.migrate("upgrade", "nope", "-v", "--json");
        assertEquals("unknown_revision", json.errorKind());
    }

    @ParameterizedTest
    @CsvSource({
        "upgarde, There is no command 'upgarde'., Did you mean `upgrade`?",
        "help upgarde, There is no command 'upgarde'., Did you mean `upgrade`?",
        "upgrade --jsn, There is no option '--jsn' here., Did you mean `--json`?",
        "downgrade --dryrun, There is no option '--dryrun' here., Did you mean `--dry-run`?",
        "status --jsno, There is no option '--jsno' here., Did you mean `--json`?",
        "quux, There is no command 'quux'., `migrate --help` lists what there is.",
        "upgrade one two, 'two' is more than the command takes., `migrate upgrade --help` lists what there is.",
        "downgrade, Missing required parameter: 'TARGET'., `migrate downgrade --help` lists what there is.",
        "upgrade --url, Missing required parameter for option '--url' (URL)., `migrate upgrade --help`",
        "-q, 'Say what to do, `migrate upgrade` for instance.', `migrate --help` lists what there is.",
    })
    void wrongUsageSaysWhatWasProbablyMeant(String command, String message, String hint) {
        var result = Projects.chain(folder).migrate(command.split(" "));
        assertEquals(2, result.exitCode());
        assertEquals("", result.out());
        var lines = result.err().lines().toList();
        assertEquals(2, lines.size(), result.err());
        assertEquals("Error: " + message, lines.get(0));
        assertTrue(lines.get(1).startsWith("Hint:  " + hint), lines.get(1));
    }

    @Test
    void noCommandAtAllIsWrongUsage() {
        var result = new Project(folder).migrate(NOTHING_SAID);
        assertEquals(2, result.exitCode());
        assertTrue(result.err().startsWith("Error: Say what to do"), result.err());
    }

    @Test
    void targetsMayBeginWithAMinusBehindAnyOption() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        assertEquals(0, project.migrate("downgrade", "-1").exitCode());
        assertEquals(0, project.migrate("downgrade", "--json", "-1").exitCode());
        assertEquals(0, project.migrate("--quiet", "downgrade", "-q", "-1", "--dry-run").exitCode());
        assertEquals("one|", project.query("SELECT revision, '' FROM migrate_revision").get(0));
    }

    /** Sentences end once, and show nothing that only a programmer understands. */
    static void assertReadable(String text) {
        assertFalse(text.contains("null"), text);
        assertFalse(text.contains("Exception"), text);
        assertFalse(text.contains("\tat "), text);
        assertFalse(Pattern.compile("[^.]\\.\\.(\\s|$)").matcher(text).find(), text);
        assertFalse(text.contains("Usage:"), text);
    }
}
