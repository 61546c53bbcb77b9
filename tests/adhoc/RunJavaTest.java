package tests.adhoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Java that is run once, with what stands behind its name. */
class RunJavaTest {
    private static final String BEDS = """
            // Sets beds
            import java.util.List;
            import picocli.CommandLine.Option;
            import picocli.CommandLine.Parameters;

            class Beds implements Migration {
                @Option(names = {"-b", "--beds"}, required = true, description = "How many.")
                private int beds;

                @Option(names = "--password", defaultValue = "none")
                private String password;

                @Parameters(paramLabel = "WARD", arity = "0..*")
                private List<String> wards = List.of("North", "South");

                @Override
                public void up(Op op) {
                    for (var ward : wards) {
                        if (op.execute("UPDATE ward SET beds = ? WHERE name = ?", beds, ward) == 0) {
                            throw new IllegalStateException("There is no ward " + ward + ".");
                        }
                    }
                    System.out.println("password " + password);
                }
            }
            """;

    @TempDir
    Path folder;

    private Project project() {
        return Wards.in(folder).file("/beds.java", BEDS);
    }

    @Test
    void whatFollowsTheFileFillsTheFieldsOfTheScript() {
        var project = project();
        var result = project.migrate("run", "-m", "Fewer", "beds.java", "--beds", "4", "--password", "hush", "North");
        assertEquals("beds.java  1 row changed  Sets beds\nChanged 1 row in N ms.\n",
                result.out().replaceAll("\\d+ ms", "N ms"));
        assertTrue(result.err().contains("password hush"), result.err());
        assertEquals("North=4 South=20 007=5", Wards.wards(project));
        assertEquals(List.of("beds.java|Fewer|beds = 4\npassword = ***\nWARD = North|1"), project.query(
                "SELECT subject, message, detail, changed FROM migrate_event WHERE operation = 'run'"));
        assertEquals(0, project.migrate("run", "beds.java", "--", "-b", "6").exitCode());
        assertEquals("North=6 South=6 007=5", Wards.wards(project));
    }

    @Test
    void optionsBehindTheFileAreTheScriptsEvenIfWeHaveThemToo() {
        var project = project();
        var result = project.migrate("run", "beds.java", "--beds", "4", "--dry-run");
        assertEquals(2, result.exitCode());
        assertEquals("Error: There is no option '--dry-run' here.\n"
                + "Hint:  `migrate run beds.java --help` lists what there is.\n", result.err());
        assertEquals(0, project.migrate("run", "--dry-run", "beds.java", "--beds", "4").exitCode());
        assertEquals("North=10 South=20 007=5", Wards.wards(project));
    }

    @Test
    void wrongArgumentsAreToldBeforeAnythingRuns() {
        var project = project();
        var missing = project.migrate("run", "beds.java");
        assertEquals(2, missing.exitCode());
        assertTrue(missing.err().startsWith("Error: Missing required option: '--beds=<beds>'."), missing.err());
        assertEquals("usage", project.migrate("run", "--json", "beds.java", "--beds", "many").errorKind());
        var none = project.file("/none.java", "class None implements Migration { public void up(Op op) { } }");
        assertEquals("usage", none.migrate("run", "--json", "none.java", "word").errorKind());
        assertEquals(0, none.migrate("run", "none.java").exitCode());
        assertEquals("usage", none.migrate("run", "--json", "--param", "a=1", "none.java").errorKind());
    }

    @Test
    void aScriptHasAHelpOfItsOwn() {
        var project = project();
        var help = project.migrate("run", "beds.java", "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().startsWith("Usage: migrate run beds.java [-h] "), help.out());
        assertTrue(help.out().contains("How many."), help.out());
        assertTrue(project.migrate("run", "--json", "beds.java", "-h").json().get("help").getAsString()
                .contains("How many."));
        assertTrue(project.migrate("run", "--help").out().contains("FILE.java [ITS OPTIONS]"));
    }

    @Test
    void aFailureKeepsNothingOfWhatCameBefore() {
        var project = project().file("/first.sql", "UPDATE ward SET beds = 0 WHERE id = 3;");
        var result = project.migrate("run", "first.sql", "beds.java", "-b", "1", "North", "Nowhere");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("Error: beds.java:20: There is no ward Nowhere.\n"
                + "Hint:  Nothing was kept of this run."), result.err());
        assertEquals("North=10 South=20 007=5", Wards.wards(project));
    }

    @Test
    void usersOfAJsonFileGetHashedPasswords() throws Exception {
        assumeTrue(Files.isRegularFile(Path.of(".jbang/0.132.1/jbang.jar")), "JBang is not in .jbang/ here");
        var project = new Project(folder);
        try (var scripts = Files.list(Path.of("migrations"))) {
            for (var script : scripts.toList()) {
                project.file(script.getFileName().toString(), Files.readString(script));
            }
        }
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.execute("INSERT INTO user VALUES (7, 'ward-nurse-1', 'nurse@example.net', 'old', 0)");
        var script = Path.of("data/sample/users.java").toAbsolutePath().toString();
        var json = Path.of("data/sample/users.json").toAbsolutePath().toString();
        var result = project.migrate("run", script, "--file", json);
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("7|ward-nurse-1|nurse@example.net|$2b$12$|60|1",
                "8|invented-newcomer|invented-newcomer@example.org|$2b$12$|60|1"), project.query("""
                SELECT id, username, email, substr(password, 1, 7), length(password), must_change_password FROM user
                ORDER BY id"""));
        assertEquals(List.of("0"), project.query(
                "SELECT count(*) FROM migrate_event WHERE script || detail LIKE '%invented-password%'"));
    }
}
