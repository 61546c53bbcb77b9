package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** How a tool wants its scripts: what is written into an empty folder before the tool is started there. */
@FunctionalInterface
interface Form {
    /** The database that each tool is told to use, in its folder. */
    String DATABASE = "item.db";

    void write(Path folder, int scripts) throws IOException;

    /** As `revision -m` writes them. */
    static void restrack(Path folder, int scripts) throws IOException {
        var migrations = Files.createDirectory(folder.resolve("migrations"));
        var time = DateTimeFormatter.ofPattern("yyyyMMdd_HHmm");
        var created = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");
        for (var script : SmallScript.first(scripts)) {
            Files.writeString(migrations.resolve(script.time(time) + "_" + script.id() + "_item.sql"), """
                    -- revision: %s
                    -- revises: %s
                    -- created: %s
                    -- Item %d

                    -- migrate:up
                    %s;

                    -- migrate:down
                    %s;
                    """.formatted(script.id(), script.parent(), script.time(created), script.number(), script.up(),
                    script.down()));
        }
    }

    /** As `dbmate new` writes them. */
    static void dbmate(Path folder, int scripts) throws IOException {
        var migrations = Files.createDirectories(folder.resolve("db/migrations"));
        var time = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
        for (var script : SmallScript.first(scripts)) {
            Files.writeString(migrations.resolve(script.time(time) + "_item.sql"), """
                    -- migrate:up
                    %s;

                    -- migrate:down
                    %s;
                    """.formatted(script.up(), script.down()));
        }
    }

    /** As `alembic revision -m` writes them, and of the env.py of `alembic init` what counts here. */
    static void alembic(Path folder, int scripts) throws IOException {
        var versions = Files.createDirectories(folder.resolve("alembic/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = alembic\n");
        Files.writeString(folder.resolve("alembic/env.py"), """
                from alembic import context
                from sqlalchemy import create_engine

                with create_engine("sqlite:///%s").connect() as connection:
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()
                """.formatted(DATABASE));
        for (var script : SmallScript.first(scripts)) {
            Files.writeString(versions.resolve(script.id() + "_item.py"), """
                    \"""Item %d\"""
                    from alembic import op

                    revision = "%s"
                    down_revision = %s
                    branch_labels = None
                    depends_on = None


                    def upgrade():
                        op.execute("%s")


                    def downgrade():
                        op.execute("%s")
                    """.formatted(script.number(), script.id(),
                    script.number() == 1 ? "None" : '"' + script.parent() + '"', script.up(), script.down()));
        }
    }

    /** One file for the sqlite3 program, a transaction around it all. */
    static void oneTransaction(Path folder, int scripts) throws IOException {
        Files.writeString(folder.resolve("all.sql"), "BEGIN;\n" + statements(scripts) + "COMMIT;\n");
    }

    /** One file for the sqlite3 program, each statement a transaction of its own. */
    static void oneEach(Path folder, int scripts) throws IOException {
        Files.writeString(folder.resolve("all.sql"), statements(scripts));
    }

    private static String statements(int scripts) {
        return SmallScript.first(scripts).stream().map(it -> it.up() + ";\n").collect(Collectors.joining());
    }
}
