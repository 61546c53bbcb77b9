package tests.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.Result;

/** Where the password of a URL that has none comes from, and that nobody gets to see it. */
class PasswordTest {
    @TempDir
    private Path folder;
    private TestDatabase database;
    private Project project;
    private String password;

    @BeforeEach
    void aUrlWithoutPassword() {
        database = Server.MARIADB.database();
        var user = database.url().substring("mariadb://".length(), database.url().indexOf('@'));
        password = user.substring(user.indexOf(':') + 1);
        project = new Project(folder).environment("DB_RESTRACK", database.url().replace(":" + password, ""));
        project.script("a", "", "CREATE TABLE a (id INTEGER);", "DROP TABLE a;");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theEnvironmentHasIt() {
        project.environment("MIGRATE_URL_PASSWORD", password);
        assertApplied();
        assertUnseen(project.migrate("config"));
    }

    @Test
    void aFileHasIt() throws Exception {
        applyWithFile();
    }

    private void applyWithFile() throws Exception {
        Files.writeString(folder.resolve("secret"), password + "\n");
        project.file("migrate.properties", "url.password.file = secret\n");
        assertApplied();
    }

    @Test
    void aCopyIsPutBackWithIt() throws Exception {
        applyWithFile();
        assertEquals(0, project.migrate("backup", "copy").exitCode());

        var restored = project.migrate("restore", "copy");

        assertEquals(0, restored.exitCode(), restored.err());
        assertUnseen(restored);
    }

    @Test
    void aCommandPrintsItOnceForEachCommand() throws Exception {
        Files.writeString(folder.resolve("secret"), password + "\nsecond line\n");
        project.file("migrate.properties", "url.password.command = echo run >> runs; cat secret\n");
        assertApplied();
        assertEquals(1, Files.readAllLines(folder.resolve("runs")).size());
        assertEquals(0, project.migrate("heads").exitCode());
        assertEquals(1, Files.readAllLines(folder.resolve("runs")).size());
        assertUnseen(project.migrate("status"));
    }

    @Test
    void aPasswordInTheUrlComesFirst() {
        project.environment("DB_RESTRACK", database.url()).environment("MIGRATE_URL_PASSWORD", "wrong");
        assertApplied();
    }

    @Test
    void aWrongOneIsNotShown() {
        project.environment("MIGRATE_URL_PASSWORD", "wrong-but-secret");
        var result = project.migrate("upgrade", "-v");
        assertEquals(1, result.exitCode());
        assertFalse((result.out() + result.err()).contains("wrong-but-secret"), result.err());
    }

    @Test
    void aCommandThatFailsSaysWhatItSaid() {
        project.file("migrate.properties", "url.password.command = echo the vault is sealed >&2; exit 3\n");
        var result = project.migrate("upgrade", "--json");
        assertEquals("bad_setting", result.errorKind());
        assertTrue(result.out().contains("ended with exit code 3"), result.out());
        assertTrue(result.out().contains("the vault is sealed"), result.out());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        project.file("migrate.properties", "url.password.file = nowhere\n");
        assertEquals("bad_setting", project.migrate("upgrade", "--json").errorKind());
    }

    private void assertApplied() {
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
        assertUnseen(result);
    }

    private void assertUnseen(Result result) {
        assertFalse((result.out() + result.err()).contains(password), result.out() + result.err());
    }
}
