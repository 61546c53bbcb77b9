package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real program, where it is installed; without it, what can be done without it. */
class AlembicTest {
    private static final String SCHEMA = """
            SELECT type, name, sql FROM sqlite_schema
            WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' AND tbl_name NOT LIKE 'migrate~_%' ESCAPE '~'
            AND tbl_name <> 'alembic_version' ORDER BY 1, 2""";

    @TempDir
    Path folder;
    private Foreign alembic;

    @BeforeEach
    void begin() {
        alembic = new Foreign(folder);
    }

    @Test
    void revisionsMakeTheSchemaThatAlembicMakes() throws Exception {
        assumeTrue(isInstalled());
        environment();
        revision("a1", "None", "2021-03-01 05:06:07.123456", """
                op.create_table('person', sa.Column('id', sa.Integer, primary_key=True),
                                    sa.Column('name', sa.String(20), nullable=False, server_default='x'))
                    op.create_index('ix_name', 'person', ['name'])""", "op.drop_table('person')");
        revision("b2", "'a1'", "2021-03-02 05:06:07", "op.add_column('person', sa.Column('age', sa.Integer))",
                "op.drop_column('person', 'age')");
        revision("c3", "'a1'", "2021-03-03 05:06:07", """
                op.create_table('list', sa.Column('id', sa.Integer, primary_key=True),
                                    sa.Column('owner', sa.Integer, sa.ForeignKey('person.id')))
                    op.execute("INSERT INTO person (name) VALUES ('a; b')")""", "op.drop_table('list')");
        revision("d4", "('b2', 'c3')", "2021-03-04 05:06:07", "pass", "pass");
        var imported = alembic.imported();
        assertEquals(List.of("a1 <- ", "b2 <- a1", "c3 <- a1", "d4 <- b2, c3"), Foreign.chain(imported));
        assertEquals(List.of(), Foreign.notes(imported));
        assertEquals("""
                -- revision: b2
                -- revises: a1
                -- created: 2021-03-02T05:06:07Z
                -- Message of b2
                -- From Alembic: b2.py

                -- migrate:up
                -- More words.
                ALTER TABLE person ADD COLUMN age INTEGER;

                -- migrate:down
                ALTER TABLE person DROP COLUMN age;
                """, alembic.script("20210302_0506_b2_message_of_b2.sql"));
        alembic.upAndDownAndUp();
        assertEquals(0, new ProcessBuilder("alembic", "upgrade", "heads").directory(folder.resolve("old").toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor());
        var ours = schema();
        var rows = alembic.project().query("SELECT name FROM person");
        Files.copy(folder.resolve("old/real.db"), alembic.project().database(),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals(schema(), ours);
        assertEquals(alembic.project().query("SELECT name FROM person"), rows);
    }

    @Test
    void whatCannotBePrintedIsAnOutlineAndTheRestIsNot() throws IOException {
        assumeTrue(isInstalled());
        environment();
        revision("a1", "None", "2021-03-01 05:06:07", "op.create_table('t', sa.Column('a', sa.Integer))",
                "op.drop_table('t')");
        revision("b2", "'a1'", "2021-03-02 05:06:07", """
                with op.batch_alter_table('t') as batch:
                        batch.alter_column('a', type_=sa.BigInteger)""", "pass");
        revision("c3", "'b2'", "2021-03-03 05:06:07", """
                if op.get_context().as_sql:
                        op.execute('SELECT 1')
                    else:
                        op.execute('SELECT 2')""", "op.execute('SELECT 3')");
        revision("d4", "'c3'", "2021-03-04 05:06:07", "op.create_table('u', sa.Column('a', sa.Integer))",
                "op.drop_table('u')");
        var imported = alembic.imported();
        assertEquals(2, Foreign.notes(imported).size(), Foreign.notes(imported).toString());
        assertTrue(alembic.script("20210302_0506_b2_message_of_b2.sql").contains("""
                -- migrate:up
                -- migrate:todo Write in SQL what upgrade() does.
                -- More words.
                -- def upgrade():
                --     with op.batch_alter_table('t') as batch:
                --         batch.alter_column('a', type_=sa.BigInteger)

                -- migrate:down
                """), alembic.script("20210302_0506_b2_message_of_b2.sql"));
        var c3 = alembic.script("20210303_0506_c3_message_of_c3.sql");
        assertTrue(c3.contains("-- migrate:todo Is this all that upgrade() does?") && c3.contains("\nSELECT 1;\n"), c3);
        assertTrue(alembic.script("20210304_0506_d4_message_of_d4.sql").contains("CREATE TABLE u"));
        assertEquals("unfinished", alembic.project().migrate("upgrade", "--json").errorKind());
        assertEquals(0, alembic.project().migrate("upgrade", "a1").exitCode());
    }

    @Test
    void pythonThatAsksTheDatabaseIsMarkedAlsoInAFunctionOfItsOwn() throws IOException {
        assumeTrue(isInstalled());
        environment();
        alembic.file("alembic/versions/a1.py", """
                from alembic import context, op
                revision = 'a1'
                down_revision = None

                def mend():
                    if not context.is_offline_mode():
                        op.execute("DELETE FROM t")

                def upgrade():
                    op.execute("CREATE TABLE t (a)")
                    mend()

                def downgrade():
                    # if this were code it would count
                    op.execute(\"""drop table t -- if it is there
                        \""")
                """);
        alembic.imported();
        var text = alembic.script("0001_a1_a1_py.sql");
        assertTrue(text.contains("-- migrate:todo Is this all that upgrade() does?"), text);
        assertTrue(text.contains("-- migrate:todo Is this all that downgrade() does?"), text);
    }

    @Test
    void whereEnvPyFailsAllAreOutlines() throws IOException {
        assumeTrue(isInstalled());
        environment();
        alembic.file("alembic/env.py", "raise RuntimeError('no settings here')\n");
        revision("a1", "None", "2021-03-01 05:06:07", "op.create_table('t', sa.Column('a', sa.Integer))", "pass");
        var imported = alembic.imported();
        assertTrue(Foreign.notes(imported).get(0).contains("no settings here"), Foreign.notes(imported).toString());
        assertEquals("unfinished", alembic.project().migrate("upgrade", "--json").errorKind());
    }

    @Test
    void nothingIsLeftInTheFolderOfAlembic() throws IOException {
        assumeTrue(isInstalled());
        environment();
        revision("a1", "None", "2021-03-01 05:06:07", "op.create_table('t', sa.Column('a', sa.Integer))", "pass");
        var before = files();
        alembic.imported();
        assertEquals(before, files());
    }

    @Test
    void withoutTheProgramsSettingsRevisionsAreOutlinesWithTheirPlaceInTheGraph() {
        alembic.file("one.py", """
                # a comment
                '''First

                Revision ID: a1
                Revises:
                Create Date: 2021-03-01 05:06:07+02:00
                '''
                from typing import Sequence, Union
                revision: str = "a1"
                down_revision: Union[str, None] = None
                branch_labels = ("lab",)
                depends_on = None

                def upgrade() -> None:
                    op.drop_table("t")  # gone

                def downgrade() -> None: pass
                """).file("two.py", """
                \"""Second\"""
                revision = 'b2ffff'
                down_revision = (
                    'a1',
                )
                depends_on = None

                def upgrade():
                    op.execute(\"""
                DROP TABLE u
                \""")
                    op.drop_table("v")
                def downgrade():
                    \"""There is none.\"""
                    pass
                """).file("three.py", """
                \"""Third\"""
                revision = 'c3'
                down_revision = None
                depends_on = 'b2'
                def upgrade():
                    pass
                def downgrade():
                    pass
                """).file("__init__.py", "").file("tool.py", "x = 1\n");
        var imported = alembic.imported();
        assertEquals(List.of("a1 <- ", "b2ffff <- a1", "c3 <- "), Foreign.chain(imported));
        assertEquals(List.of("0001_a1_first.sql", "0002_b2ffff_second.sql", "0003_c3_third.sql"), alembic.written());
        var first = alembic.script("0001_a1_first.sql");
        assertTrue(first.contains("-- labels: lab\n-- created: 2021-03-01T03:06:07Z\n-- First\n"), first);
        assertTrue(first.contains("-- migrate:todo Write in SQL what upgrade() does.\n-- def upgrade() -> None:\n"),
                first);
        var second = alembic.script("0002_b2ffff_second.sql");
        assertTrue(second.contains("-- migrate:todo") && second.contains("-- DROP TABLE u\n")
                && second.contains("--     op.drop_table(\"v\")\n"), second);
        assertTrue(alembic.script("0003_c3_third.sql").contains("-- depends-on: b2ffff\n"));
        assertFalse(alembic.script("0003_c3_third.sql").contains("-- migrate:todo"));
    }

    @Test
    void idsThatAreComputedAndParentsThatAreNotThereAreRefused() {
        alembic.file("one.py", "revision = 'a1'\ndown_revision = OLD\n");
        assertEquals("bad_script", alembic.tryImport().errorKind());
        alembic.file("one.py", "revision = 'a1'\ndown_revision = 'zz'\n");
        var result = alembic.tryImport();
        assertEquals("bad_script", result.errorKind());
        assertTrue(result.out().contains("one.py") && result.out().contains("zz"), result.out());
    }

    private List<String> schema() {
        return alembic.project().query(SCHEMA).stream().map(it -> it.replaceAll("\\s+", " ")).toList();
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("alembic", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private void environment() {
        alembic.file("alembic.ini", """
                        [alembic]
                        script_location = %(here)s/alembic
                        sqlalchemy.url = sqlite:///real.db
                        """)
                .file("alembic/env.py", """
                        from alembic import context
                        from sqlalchemy import create_engine
                        url = context.config.get_main_option("sqlalchemy.url")
                        if context.is_offline_mode():
                            context.configure(url=url, literal_binds=True)
                            with context.begin_transaction():
                                context.run_migrations()
                        else:
                            with create_engine(url).connect() as connection:
                                context.configure(connection=connection)
                                with context.begin_transaction():
                                    context.run_migrations()
                        """);
    }

    private void revision(String id, String parents, String created, String up, String down) {
        alembic.file("alembic/versions/" + id + ".py", """
                \"""Message of %1$s

                More words.

                Revision ID: %1$s
                Revises:
                Create Date: %3$s

                \"""
                from alembic import op
                import sqlalchemy as sa

                revision = '%1$s'
                down_revision = %2$s
                branch_labels = None
                depends_on = None


                def upgrade():
                    %4$s


                def downgrade():
                    %5$s
                """.formatted(id, parents, created, up, down));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("old"))) {
            return all.map(Path::toString).sorted().toList();
        }
    }
}
