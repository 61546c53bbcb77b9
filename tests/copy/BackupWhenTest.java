package tests.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The setting {@code backup}: before which runs the database is copied without being told. */
class BackupWhenTest {
    @TempDir
    Path folder;
    private String properties = "";
    private int projects;

    @Test
    void neverIsTheDefault() {
        assertCopies(0, "DROP TABLE t;", "--allow", "drop-data");
    }

    @Test
    void alwaysIsBeforeEachRun() {
        set("always");
        assertCopies(1, "CREATE TABLE b (n);");
    }

    @Test
    void noBackupOverridesIt() {
        set("always");
        assertCopies(0, "CREATE TABLE b (n);", "--no-backup");
    }

    @Test
    void hazardIsBeforeRowsThatAreLost() {
        set("hazard");
        assertCopies(1, "DROP TABLE t;", "--allow", "drop-data");
        assertCopies(1, "DELETE FROM t;", "--allow", "drop-data");
    }

    @Test
    void hazardIsBeforeATableIsRebuilt() {
        set("hazard");
        assertCopies(1, "ALTER TABLE t ALTER COLUMN n TYPE TEXT;", "--allow", "change-data");
    }

    @Test
    void hazardIsBeforeJavaIntoWhichNobodyLooks() {
        set("hazard");
        var project = new Project(folder).file("migrate.properties", properties)
                .script("a", "", "CREATE TABLE t (n);", "").file("b.java", """
                // revision: b
                // revises: a
                class B implements Migration {
                    public void up(Op op) {
                        op.execute("UPDATE t SET n = 2");
                    }
                }
                """);
        assertEquals(0, project.migrate("upgrade", "a").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(1, Copies.backups(project).size());
    }

    @Test
    void hazardIsNotBeforeWhatLosesNothing() {
        set("hazard");
        assertCopies(0, "CREATE TABLE b (n); ALTER TABLE t ADD COLUMN m; INSERT INTO t (n) VALUES (2);");
    }

    @Test
    void aDatabaseInMemoryIsNotCopied() {
        set("always");
        var project = project();
        assertEquals(0, project.migrate("upgrade", "--url", "sqlite://").exitCode());
        assertEquals("usage", project.migrate("upgrade", "--url", "sqlite://", "--backup", "--json").errorKind());
    }

    private void set(String value) {
        properties = "backup = " + value + "\n";
    }

    private Project project() {
        return Copies.project(folder.resolve("p" + projects++)).file("migrate.properties", properties);
    }

    private void assertCopies(int expected, String script, String... options) {
        var project = project().script("b", "a", script, "");
        var arguments = new String[options.length + 1];
        arguments[0] = "upgrade";
        System.arraycopy(options, 0, arguments, 1, options.length);
        var result = project.migrate(arguments);
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(expected, Copies.backups(project).size(), script);
    }
}
