package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.Result;

class ConfigTest {
    @TempDir
    Path folder;

    private static String line(Result result, String setting) {
        return result.out().lines().filter(it -> it.startsWith(setting + " ")).findFirst().orElse(result.err())
                .replaceAll(" {2,}", "|");
    }

    @Test
    void eachSourceWinsOverTheNext() {
        var project = new Project(folder);
        assertEquals("url|sqlite:///data/restrack.db|default", line(project.migrate("config"), "url"));
        project.file("migrate.properties", "url = sqlite:///data/file.db\n");
        assertTrue(line(project.migrate("config"), "url").startsWith("url|sqlite:///data/file.db|migrations"));
        project.file("/.env", "DB_RESTRACK=sqlite:///data/dotenv.db\n");
        assertEquals("url|sqlite:///data/dotenv.db|.env DB_RESTRACK", line(project.migrate("config"), "url"));
        project.environment("DATABASE_URL", "sqlite:///data/other.db");
        project.environment("DB_RESTRACK", "sqlite:///data/environment.db");
        assertTrue(line(project.migrate("config"), "url").startsWith("url|sqlite:///data/environment.db|"));
        assertEquals("url|sqlite:///data/option.db|option --url",
                line(project.migrate("config", "--url", "sqlite:///data/option.db"), "url"));
    }

    @Test
    void environmentHasItsOwnSettings() {
        var project = Projects.chain(folder).file("migrate.properties", "confirm = false\nprod.confirm = true\n")
                .file("/.env.prod", "DB_RESTRACK=sqlite:///data/prod.db\n");
        assertTrue(line(project.migrate("config", "--env", "prod"), "confirm").startsWith("confirm|true|"));
        assertTrue(line(project.migrate("config", "--env", "prod"), "url").startsWith("url|sqlite:///data/prod.db|"));
        assertEquals("not_confirmed", project.migrate("upgrade", "--env", "prod", "--json").errorKind());
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void misspeltKeyIsAnErrorThatNamesTheLine() {
        var project = new Project(folder).file("migrate.properties", "\nconfrim = true\n");
        var result = project.migrate("status");
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("migrate.properties:2 sets 'confrim'"), result.err());
        assertTrue(result.err().contains("Did you mean 'confirm'?"), result.err());
    }

    @Test
    void placeholdersComeFromOptionsAndFile() {
        var project = new Project(folder).file("migrate.properties", "placeholders = true\nplaceholder.n = 1\n")
                .file("one.sql", "CREATE TABLE ${table} (n);\nINSERT INTO ${table} VALUES (${n});\n");
        var missing = project.migrate("upgrade", "--json");
        assertEquals("bad_script", missing.errorKind());
        assertEquals(0, project.migrate("upgrade", "--set", "table=t").exitCode());
        assertEquals("1", project.query("SELECT n FROM t").get(0));
    }
}
