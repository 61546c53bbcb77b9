package tests;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.sqlite.JDBC;
import picocli.CommandLine;
import restrack.cli.CommandLines;
import restrack.cli.Surroundings;
import tests.servers.TestDatabase;

/** A folder with scripts and a database, SQLite if nothing is said, and the two commands run in it, in this process. */
public final class Project {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private TestDatabase server;

    /** @param folder an empty folder; its database will be {@code data/restrack.db} */
    public Project(Path folder) {
        this.folder = folder;
    }

    /** Takes a database on a server instead of the file. */
    public Project on(TestDatabase database) {
        server = database;
        return environment("DB_RESTRACK", database.url());
    }

    /** {@return the folder} */
    public Path folder() {
        return folder;
    }

    /** {@return the file of the database} */
    public Path database() {
        return folder.resolve("data/restrack.db");
    }

    /** Writes a script into {@code migrations/}, or any file beneath the folder if the name begins with {@code /}. */
    public Project file(String name, String text) {
        var file = name.startsWith("/") ? folder.resolve(name.substring(1))
                : folder.resolve("migrations").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a SQL script with an id, parents (separated by commas, empty for a base), a way up and a way down. */
    public Project script(String id, String revises, String up, String down) {
        return file(id + ".sql", """
                -- revision: %s
                -- revises: %s
                -- created: 2026-01-01T00:00:00Z
                -- Message of %s

                -- migrate:up
                %s

                -- migrate:down
                %s
                """.formatted(id, revises, id, up, down));
    }

    /** Sets an environment variable for the commands. */
    public Project environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** {@return the environment variables of the commands} */
    Map<String, String> environment() {
        return environment;
    }

    /** Runs {@code migrate}. */
    public Result migrate(String... arguments) {
        return run(CommandLines.migrate(surroundings()), arguments);
    }

    /** Runs {@code revision}. */
    public Result revision(String... arguments) {
        return run(CommandLines.revision(surroundings()), arguments);
    }

    private Surroundings surroundings() {
        return new Surroundings(folder, Map.copyOf(environment), false, Surroundings.Interruption.NONE);
    }

    private static Result run(CommandLine command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Result(command.execute(arguments), out.toString(), err.toString());
    }

    /** Opens the database as any other program would. The caller closes it. */
    public Connection open() {
        if (server != null) {
            return server.open();
        }
        try {
            return new JDBC().connect("jdbc:sqlite:" + database(), new Properties());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the rows of a query, the columns joined by {@code |}} NULL is {@code null}. */
    public List<String> query(String sql) {
        return query(sql, "null");
    }

    /** {@return the same, with another word for NULL} */
    public List<String> query(String sql, String missing) {
        var found = new ArrayList<String>();
        try (var connection = open(); var statement = connection.createStatement();
             var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var cells = new String[columns];
                for (int i = 0; i < columns; i++) {
                    cells[i] = Objects.requireNonNullElse(rows.getString(i + 1), missing);
                }
                found.add(String.join("|", Arrays.asList(cells)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Runs statements as any other program would. */
    public void execute(String sql) {
        try (var connection = open(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
