package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who changes the table.
 *
 * @param name        its heading, and its word on our command line
 * @param version     what it says of itself
 * @param command     what is started
 * @param preparation writes what it needs
 */
record AlterTool(String name, String version, List<String> command, Preparation preparation) {
    static final String DIRECT = "direct";
    static final String SQLITE3 = "sqlite3";
    static final String STEPS = "steps";
    static final String ALEMBIC = "alembic";

    /** All there are, in the table's order. */
    static final List<String> NAMES = List.of(DIRECT, SQLITE3, STEPS, ALEMBIC);

    /** The toolkit's scripts: the first has been applied, the last does nothing. */
    static final String SCHEMA = "schema";
    static final String CHANGE = "change";
    static final String NOTHING = "nothing";

    /** Writes a change down for a tool. */
    @FunctionalInterface
    interface Preparation {
        /** {@return whether the tool can do it} */
        boolean write(Path folder, Change change) throws IOException, InterruptedException;
    }

    /** {@return those that are there} */
    static List<AlterTool> find(AlterOptions options, List<String> ours, Path sqlite3, Work work)
            throws IOException, InterruptedException {
        List<AlterTool> tools = new ArrayList<>();
        tools.add(new AlterTool(DIRECT, "", upgrade(ours, CHANGE), AlterTool::scripts));
        tools.add(new AlterTool(SQLITE3, version(sqlite3, work), read(sqlite3), (folder, change) -> {
            scripts(folder, change);
            var printing = work.command(folder, join(ours, List.of("upgrade", "--sql", SCHEMA + ":" + CHANGE)));
            printing.expect(0);
            Files.writeString(folder.resolve("change.sql"), printing.output() + "\n");
            return true;
        }));
        tools.add(new AlterTool(STEPS, "", read(sqlite3), (folder, change) -> {
            if (change.twelveSteps().isPresent()) {
                Files.writeString(folder.resolve("change.sql"), change.twelveSteps().get());
            }
            return change.twelveSteps().isPresent();
        }));
        var alembic = Programs.find("alembic");
        if (alembic.isPresent()) {
            tools.add(new AlterTool(ALEMBIC, version(alembic.get(), work),
                    List.of(alembic.get().toString(), "upgrade", "head"), AlterTool::alembic));
        }
        return tools.stream().filter(it -> options.wants(it.name())).toList();
    }

    private static String version(Path program, Work work) throws IOException, InterruptedException {
        var asked = work.command(program.toString(), "--version");
        asked.expect(0);
        return asked.output().split(" [0-9]{4}-")[0];
    }

    /** {@return the command that applies one script of the toolkit, also one that drops a column} */
    static List<String> upgrade(List<String> ours, String script) {
        return join(ours, List.of("upgrade", script, "--allow", "drop-data", "--url", "sqlite:///" + Form.DATABASE));
    }

    private static List<String> read(Path sqlite3) {
        return List.of(sqlite3.toString(), "-bail", Form.DATABASE, ".read change.sql");
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static boolean scripts(Path folder, Change change) throws IOException {
        BigTable.writeSchema(folder);
        writeScript(folder, CHANGE, SCHEMA, change.statement() + ";\n");
        writeScript(folder, NOTHING, CHANGE, "SELECT 1;\n");
        return true;
    }

    /** Writes a script of the toolkit. */
    static void writeScript(Path folder, String id, String parent, String statements) throws IOException {
        var migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve(id + ".sql"), """
                -- revision: %s
                -- revises: %s

                -- migrate:up
                %s""".formatted(id, parent, statements));
    }

    private static boolean alembic(Path folder, Change change) throws IOException {
        if (change.alembic().isPresent()) {
            Form.alembic(folder, 0);
            Files.writeString(folder.resolve("alembic/versions/change.py"), """
                    import sqlalchemy as sa
                    from alembic import op

                    revision = "change"
                    down_revision = None


                    def upgrade():
                        %s
                    """.formatted(change.alembic().get()));
        }
        return change.alembic().isPresent();
    }
}
