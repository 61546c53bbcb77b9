package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** ResTrack's databases as they are out there. Afterwards each is at head, with every row, and check finds nothing. */
class InstallationsTest {
    private static final String ALEMBIC = """
            CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
                CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));""";

    @TempDir
    Path folder;

    @Test
    void oneThatTheApplicationMadeLongAgoIsRecognisedAsTheFirstRevision() {
        var project = ResTrack.installed(ResTrack.project(folder), "", "");

        assertEquals(List.of("9b1c7e02aa41|recognised"), adopted(project, 0));

        assertOnlyUpgradedWith(project, 3);
    }

    @Test
    void oneThatAlembicMigratedIsAtTheSameRevisionHere() {
        var project = ResTrack.installed(ResTrack.project(folder), ResTrack.WITH_DEFAULT, "");
        project.execute(ALEMBIC + "INSERT INTO alembic_version VALUES ('42d974fafb08')");

        assertEquals(List.of("42d974fafb08|alembic 42d974fafb08", "9b1c7e02aa41|alembic 42d974fafb08"),
                adopted(project, 0));

        assertOnlyUpgradedWith(project, 2);
        assertEquals(List.of("42d974fafb08"), project.query("SELECT version_num FROM alembic_version"));
    }

    @Test
    void oneThatTodaysApplicationMadeIsAlignedFirst() {
        var project = ResTrack.installed(ResTrack.project(folder), ResTrack.WITHOUT_DEFAULT, ResTrack.STATUS);
        var before = Everything.of(project);

        var refused = project.migrate("adopt");

        assertEquals(3, refused.exitCode(), refused.err());
        assertEquals("""
                This database is no revision of this folder. The nearest is c3f81d05be72; to be that, it would have to \
                change:
                    ~ default user.must_change_password: no default -> TRUE
                """, refused.out());
        assertEquals(before, Everything.of(project));

        assertEquals(List.of("42d974fafb08|aligned", "9b1c7e02aa41|aligned", "c3f81d05be72|aligned"),
                adopted(project, 0, "--align"));

        assertOnlyUpgradedWith(project, 1);
        assertEquals(List.of("1|1", "2|0", "3|1"), project.query("SELECT id, must_change_password FROM user"));
        assertEquals(List.of("c3f81d05be72|aligned|"
                + "ALTER TABLE user ALTER COLUMN must_change_password SET DEFAULT TRUE;"),
                project.query("SELECT subject, detail, script FROM migrate_event WHERE script IS NOT NULL"));
    }

    @Test
    void oneThatTodaysApplicationMadeWithItsIndexIsAlignedToTheHead() {
        var project = ResTrack.installed(ResTrack.project(folder), ResTrack.WITHOUT_DEFAULT, ResTrack.STATUS);
        project.execute("CREATE UNIQUE INDEX ix_user_username ON user (username)");

        assertEquals(4, adopted(project, 0, "--align").size());

        assertOnlyUpgradedWith(project, 0);
    }

    @Test
    void oneWhoseAlembicHistorySaysLessThanItsSchemaIsWhatItsSchemaIs() {
        var project = ResTrack.installed(ResTrack.project(folder), ResTrack.WITHOUT_DEFAULT, ResTrack.STATUS);
        project.execute(ALEMBIC + "INSERT INTO alembic_version VALUES ('42d974fafb08')");
        var refused = project.migrate("adopt");
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().contains("alembic_version says 42d974fafb08, and the schema is not that."),
                refused.err());

        assertEquals(List.of("42d974fafb08|alembic 42d974fafb08", "9b1c7e02aa41|alembic 42d974fafb08",
                "c3f81d05be72|aligned"), adopted(project, 0, "--align"));

        assertOnlyUpgradedWith(project, 1);
    }

    @Test
    void oneThatAKilledAlembicLeftHalfMigratedIsWhatItsSchemaIs() {
        var project = ResTrack.installed(ResTrack.project(folder), ResTrack.WITH_DEFAULT, "");
        project.execute(ALEMBIC);

        assertEquals(List.of("42d974fafb08|recognised", "9b1c7e02aa41|recognised"), adopted(project, 0));

        assertOnlyUpgradedWith(project, 2);
    }

    private static List<String> adopted(Project project, int exitCode, String... options) {
        var rows = ResTrack.rows(project);
        var arguments = new ArrayList<>(List.of("adopt"));
        arguments.addAll(List.of(options));
        var result = project.migrate(arguments.toArray(String[]::new));
        assertEquals(exitCode, result.exitCode(), result.out() + result.err());
        assertEquals(rows, ResTrack.rows(project));
        return project.query("SELECT revision, origin FROM migrate_revision ORDER BY revision");
    }

    private static void assertOnlyUpgradedWith(Project project, int scripts) {
        var rows = ResTrack.rows(project);
        var upgrade = project.migrate("upgrade", "--json");
        assertEquals(0, upgrade.exitCode(), upgrade.out());
        assertEquals(scripts, upgrade.json().getAsJsonArray("steps").size());
        assertEquals(rows, ResTrack.rows(project));
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
        assertEquals(List.of(), project.query("PRAGMA foreign_key_check"));
        var check = project.migrate("check");
        assertEquals("Nothing found.\n", check.out());
        assertEquals(0, check.exitCode());
    }
}
