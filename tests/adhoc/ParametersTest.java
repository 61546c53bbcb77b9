package tests.adhoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Values that are bound to {@code :name}. */
class ParametersTest {
    @TempDir
    Path folder;

    private Project project;

    private String typeOf(String parameter) {
        project = project == null ? Wards.in(folder) : project;
        var result = project.migrate("run", "-e", "SELECT typeof(:p), quote(:p)", "--param", parameter,
                "--json");
        return result.json().getAsJsonArray("scripts").get(0).getAsJsonObject().getAsJsonArray("statements").get(0)
                .getAsJsonObject().get("rows").toString();
    }

    @Test
    void whatLooksLikeANumberIsOne() {
        assertEquals("[[\"integer\",\"42\"]]", typeOf("p=42"));
        assertEquals("[[\"integer\",\"-7\"]]", typeOf("p=-7"));
        assertEquals("[[\"real\",\"1.5\"]]", typeOf("p=1.5"));
    }

    @Test
    void whatANumberWouldNotKeepIsAText() {
        for (var text : List.of("007", "1.50", "-0", "1e3", "+1", "123456789012345678901", "", " 1", "North")) {
            assertEquals("[[\"text\",\"'" + text + "'\"]]", typeOf("p=" + text));
        }
    }

    @Test
    void theTypeCanBeSaid() {
        assertEquals("[[\"text\",\"'42'\"]]", typeOf("p:text=42"));
        assertEquals("[[\"null\",\"NULL\"]]", typeOf("p:null="));
        assertEquals("usage", project.migrate("run", "-e", "SELECT :p", "--param", "p:date=1", "--json")
                .errorKind());
    }

    @Test
    void aValueIsNeverPartOfTheText() {
        var project = Wards.in(folder);
        var evil = "x'; DELETE FROM ward WHERE 1; --";
        var result = project.migrate("run", "-e", "UPDATE ward SET name = :n WHERE name = :old AND ':n' <> :n",
                "--param", "n=" + evil, "--param", "old=North");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of(evil), project.query("SELECT name FROM ward WHERE id = 1"));
    }

    @Test
    void oneThatIsMissingOrOfNoUseIsAnError() {
        var project = Wards.in(folder).file("/fix.sql", "SELECT 1;\nUPDATE ward SET beds = :beds WHERE id = :id;");
        var missing = project.migrate("run", "fix.sql", "--param", "beds=1");
        assertEquals(2, missing.exitCode());
        assertTrue(missing.err().contains("fix.sql:2: The parameter :id has no value."), missing.err());
        var unused = project.migrate("run", "fix.sql", "--param", "beds=1", "--param", "id=1", "--param", "ID=2");
        assertEquals(2, unused.exitCode());
        assertTrue(unused.err().contains("No statement has a parameter :ID."), unused.err());
        var twice = project.migrate("run", "fix.sql", "--param", "beds=1", "--param", "id=1", "--param", "id:text=2");
        assertTrue(twice.err().contains("given twice"), twice.err());
        assertEquals("usage", project.migrate("run", "-e", "SELECT :a", "--param", "a=1", "--param", "a=1", "--json")
                .errorKind());
        assertEquals("usage", project.migrate("run", "-e", "SELECT :a", "--param", "a", "--json").errorKind());
        assertEquals("bad_script", project.migrate("run", "-e", "SELECT ?", "--json").errorKind());
        assertEquals("bad_script", project.migrate("run", "-e",
                "ALTER TABLE ward ALTER COLUMN beds SET DEFAULT :d", "--param", "d=1", "--json").errorKind());
        assertEquals("North=10 South=20 007=5", Wards.wards(project));
    }

    @Test
    void theLogHasThemButNoSecrets() {
        var project = Wards.in(folder);
        var result = project.migrate("run", "-e", "UPDATE ward SET name = :api_token || :beds WHERE id = 1", "--param",
                "api_token=hush", "--param", "beds=3");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("api_token = ***\nbeds = 3"),
                project.query("SELECT detail FROM migrate_event WHERE operation = 'run'"));
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM migrate_event WHERE script LIKE '%hush%'"));
    }
}
