package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.apply.Offline;
import restrack.apply.Plan;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.config.Settings;
import restrack.graph.Plans;
import restrack.graph.Revision;
import restrack.script.RepeatableScript;

/** A folder of scripts with two databases: one that the toolkit changes, and one that the sqlite3 program does. */
final class OfflineDatabases {
    static final String TOOL = "tool.db";
    static final String PROGRAM = "program.db";

    private final Path folder;

    OfflineDatabases(Path folder) {
        this.folder = folder;
    }

    void script(String name, String text) throws IOException {
        var file = folder.resolve("migrations").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** {@return the project with one of the databases} */
    Project project(String database) {
        return new Project(Settings.load(Map.of("url", "sqlite:///" + database), Map.of(), folder), holder -> {
        });
    }

    /** Upgrades the toolkit's database. */
    void upgrade(String target) {
        try (var project = project(TOOL); var database = project.open()) {
            var state = project.state();
            var revisions = Plans.upgrade(state.graph(), state.applied(), List.of(target));
            var applied = new ArrayList<>(state.applied());
            revisions.stream().map(Revision::id).forEach(applied::add);
            var repeatables = Repeatables.follow(state.graph().heads(), applied)
                    ? Repeatables.changed(project.repeatables(), state.snapshot().repeatables())
                    : List.<RepeatableScript>of();
            var steps = project.planner().up(revisions, it -> project.script(it, state));
            new Plan(project, steps, repeatables, state, Set.of("drop-data")).run(database, done -> {
            });
        }
    }

    /** Downgrades the toolkit's database. */
    void downgrade(String target) {
        try (var project = project(TOOL); var database = project.open()) {
            var state = project.state();
            var revisions = Plans.downgrade(state.graph(), state.applied(), target);
            var steps = project.planner().down(revisions, it -> project.script(it, state));
            new Plan(project, steps, List.of(), state, Set.of("drop-data")).run(database,
                    done -> {
                    });
        }
    }

    /** {@return the printed upgrade of the database that only sqlite3 touches} */
    String up(String range, String... allowed) {
        try (var project = project(PROGRAM)) {
            return new Offline(project, Set.of(allowed)).upgrade(range);
        }
    }

    /** {@return its printed downgrade} */
    String down(String range) {
        try (var project = project(PROGRAM)) {
            return new Offline(project, Set.of()).downgrade(range);
        }
    }

    /** Fails if sqlite3 does not run a script to its end. */
    void runs(String script) throws IOException, InterruptedException {
        var outcome = run(script);
        assertEquals(0, outcome.exitCode(), outcome.said() + "\n" + script);
    }

    /** Fails if the two databases do not hold the same. */
    void assertSame() throws SQLException {
        assertEquals(dump(TOOL), dump(PROGRAM));
    }

    /** Runs a statement on one of the databases, as any other program would. */
    void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
             var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Hands a script to the sqlite3 program. Returns its exit code and what it said. */
    Outcome run(String script) throws IOException, InterruptedException {
        var input = folder.resolve("script.sql");
        Files.writeString(input, script);
        var said = folder.resolve("said.txt");
        Process process;
        try {
            process = new ProcessBuilder("sqlite3", "-batch", "-init", "/dev/null", PROGRAM)
                    .directory(folder.toFile()).redirectInput(input.toFile()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
        } catch (IOException e) {
            throw new AssertionError("The sqlite3 program is needed: install it (`apt-get install sqlite3`, "
                    + "`brew install sqlite`).", e);
        }
        return new Outcome(process.waitFor(), Files.readString(said, StandardCharsets.UTF_8));
    }

    /** How the sqlite3 program ended. */
    record Outcome(int exitCode, String said) {
    }

    /** {@return the schema and all rows of a database, without times, durations and users} */
    String dump(String database) throws SQLException {
        var dump = new StringBuilder();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
             var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema")) {
                while (rows.next()) {
                    dump.append(String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3), "="))
                            .append(rows.getString(4)).append('\n');
                    if (rows.getString(1).equals("table")) {
                        tables.add(rows.getString(2));
                    }
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery("SELECT * FROM \"" + table.replace("\"", "\"\"") + '"')) {
                    var columns = rows.getMetaData();
                    while (rows.next()) {
                        dump.append(table).append(':');
                        for (int i = 1; i <= columns.getColumnCount(); i++) {
                            var own = table.startsWith("migrate_") && Set.of("applied_at", "at", "ms", "applied_by",
                                    "done_by").contains(columns.getColumnName(i));
                            var value = rows.getObject(i);
                            dump.append(own ? " " : " " + (value == null ? "" : value.getClass().getSimpleName())
                                    + "<" + value + ">");
                        }
                        dump.append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }
}
