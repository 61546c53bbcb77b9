package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Databases that the real Alembic has migrated, and one in which it was killed. Skipped where it is not installed. */
class AlembicTest {
    private static final String ENVIRONMENT = """
            from alembic import context
            from sqlalchemy import create_engine
            with create_engine("sqlite:///data/restrack.db").connect() as connection:
                context.configure(connection=connection)
                with context.begin_transaction():
                    context.run_migrations()
            """;
    private static final String SCRIPT = """
            import os
            import signal
            import sqlalchemy as sa
            from alembic import op
            revision = "42d974fafb08"
            down_revision = None

            def upgrade():
                op.add_column("user", sa.Column("must_change_password", sa.Boolean(), nullable=False,
                                                server_default=sa.true()))
                if os.environ.get("KILLED"):
                    os.kill(os.getpid(), signal.SIGKILL)

            def downgrade():
                op.drop_column("user", "must_change_password")
            """;

    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void installAsLongAgo() {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).map(it -> Path.of(it, "alembic"))
                .anyMatch(Files::isExecutable), "alembic is not installed");
        project = ResTrack.project(folder);
        project.file("/alembic.ini", "[alembic]\nscript_location = alembic\n");
        project.file("/alembic/env.py", ENVIRONMENT);
        project.file("/alembic/versions/42d974fafb08_add.py", SCRIPT);
        ResTrack.installed(project, "", "");
    }

    @Test
    void whatAlembicHasMigratedGoesOnFromThere() throws IOException, InterruptedException {
        assertEquals(0, alembic(false));
        assertEquals(List.of("42d974fafb08"), project.query("SELECT version_num FROM alembic_version"));
        var before = Everything.of(project);

        var adopt = project.migrate("adopt");

        assertEquals("""
                adopt  9b1c7e02aa41  Create users and worklists  (alembic 42d974fafb08)
                adopt  42d974fafb08  Add must_change_password to user  (alembic 42d974fafb08)
                The database is at 42d974fafb08.
                """, adopt.out(), adopt.err());
        assertEquals(before, Everything.of(project));
        assertUpgrades(2);
    }

    @Test
    void whatAKilledAlembicHasLeftIsWhatItsSchemaIs() throws IOException, InterruptedException {
        assertNotEquals(0, alembic(true));
        assertEquals(List.of(), project.query("SELECT version_num FROM alembic_version"));
        assertTrue(project.query("SELECT name FROM pragma_table_info('user')").contains("must_change_password"));

        var adopt = project.migrate("adopt");

        assertTrue(adopt.out().endsWith("The database is at 42d974fafb08.\n"), adopt.out() + adopt.err());
        assertUpgrades(2);
    }

    private void assertUpgrades(int scripts) {
        var rows = ResTrack.rows(project);
        var upgrade = project.migrate("upgrade", "--json");
        assertEquals(scripts, upgrade.json().getAsJsonArray("steps").size(), upgrade.out());
        assertEquals(rows, ResTrack.rows(project));
        assertEquals("Nothing found.\n", project.migrate("check").out());
    }

    private int alembic(boolean killed) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("alembic", "upgrade", "head").directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("alembic.log").toFile());
        if (killed) {
            builder.environment().put("KILLED", "yes");
        }
        return builder.start().waitFor();
    }
}
