package tests.alter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Dialect;
import restrack.database.sqlite.SqliteDialect;
import restrack.sql.Statement;
import restrack.sql.Statements;

/**
 * Puts one schema through changes twice: the toolkit makes them on one copy, and the {@code sqlite3} program runs what
 * is printed for them on another. Says where the two do not come to the same end.
 */
final class PrintedRun implements AutoCloseable {
    private static final Access ACCESS = new Access(Duration.ofSeconds(5), true, holders -> { });
    /** What does not depend on rows has to be known before anything is printed. */
    private static final Set<ErrorKind> BECAUSE_OF_ROWS = Set.of(ErrorKind.ROWS_IN_THE_WAY, ErrorKind.HAZARD);

    private final Dialect dialect = new SqliteDialect();
    private final Path byToolkit;
    private final Path byProgram;
    private final byte[] bytes;
    private final Inventory before;
    /** Printing does not look at the database: it knows the schema from the scripts. */
    private final Database scratch;
    private final List<String> wrong = new ArrayList<>();

    private final String session;

    /**
     * @param source  the database that is copied, which was made from this text
     * @param session statements with which each session begins
     */
    PrintedRun(Path source, String text, String session, Path folder) throws SQLException {
        this.session = session;
        this.byToolkit = folder.resolve("toolkit.db");
        this.byProgram = folder.resolve("program.db");
        this.bytes = read(source);
        this.before = Inventory.of(source);
        this.scratch = dialect.scratch(DatabaseUrl.parse("sqlite://", Path.of("")), ACCESS);
        try (var statement = scratch.connection().createStatement()) {
            statement.executeUpdate("PRAGMA foreign_keys = OFF; " + text + "; PRAGMA foreign_keys = ON; " + session);
        }
    }

    /** {@return what was different, a sentence each} */
    List<String> wrong() {
        return wrong;
    }

    /** Runs a change both ways; where the values that it would change are in the way, also with that accepted. */
    void check(String sql, Sqlite3 program) {
        if (check(sql, program, Set.of()).filter(it -> it.kind() == ErrorKind.HAZARD).isPresent()) {
            check(sql, program, Set.of("change-data"));
        }
    }

    /** Runs it both ways; returns why the toolkit refuses it. */
    private Optional<MigrateException> check(String sql, Sqlite3 program, Set<String> allowed) {
        var statement = Statements.of(sql, dialect.syntax()).get(0);
        var refused = run(statement, allowed);
        String script;
        try {
            script = script(statement, allowed);
        } catch (MigrateException e) {
            if (refused.isEmpty()) {
                wrong.add(sql + ": was done, and yet nothing is printed: " + e.kind() + ": " + e.getMessage());
            }
            return refused;
        }
        write(byProgram, bytes);
        var ended = program.run(byProgram, script);
        refused.ifPresentOrElse(why -> refused(sql, why, ended, script), () -> done(sql, ended, script));
        return refused;
    }

    private Optional<MigrateException> run(Statement statement, Set<String> allowed) {
        write(byToolkit, bytes);
        var url = DatabaseUrl.parse("jdbc:sqlite:" + byToolkit, byToolkit.getParent());
        try (var database = dialect.open(url, ACCESS)) {
            try (var jdbc = database.connection().createStatement()) {
                jdbc.executeUpdate(session);
                database.begin();
                database.run(statement, allowed);
                database.commit();
                return Optional.empty();
            } catch (MigrateException e) {
                database.rollback();
                return Optional.of(e);
            } catch (SQLException e) {
                database.rollback();
                return Optional.of(database.explain(e, "SQLite"));
            }
        }
    }

    /** {@return the script that is printed for a statement} */
    private String script(Statement statement, Set<String> allowed) {
        var client = dialect.client();
        var lines = new ArrayList<>(List.of(client.prologue(true), session));
        lines.addAll(client.beforeChanges());
        lines.add(client.begin());
        var changes = scratch.changes(statement, allowed);
        if (changes.isEmpty()) {
            lines.add(client.statement(statement));
        }
        for (var change : changes) {
            for (var text : change.statements()) {
                Statements.of(text, dialect.syntax()).forEach(it -> lines.add(client.statement(it)));
            }
        }
        lines.add(client.commit());
        return String.join("\n", lines) + "\n";
    }

    private void refused(String sql, MigrateException why, Sqlite3.Ended ended, String script) {
        if (ended.exitCode() == 0) {
            wrong.add(sql + ": was refused (" + why.kind() + ": " + why.getMessage() + "), and the program did "
                    + script);
        } else if (!BECAUSE_OF_ROWS.contains(why.kind()) && why.kind() != ErrorKind.DATABASE_ERROR) {
            wrong.add(sql + ": was refused whatever the rows are (" + why.kind() + ": " + why.getMessage()
                    + "), and yet this is printed: " + script);
        }
        if (!Arrays.equals(read(byProgram), bytes)) {
            Comparison.differences(before, Inventory.of(byProgram))
                    .forEach(it -> wrong.add(sql + ": the program refused it, and something is different. " + it));
        }
    }

    private void done(String sql, Sqlite3.Ended ended, String script) {
        if (ended.exitCode() != 0) {
            wrong.add(sql + ": was done, and the program says " + ended + " of " + script);
            return;
        }
        Comparison.differences(Inventory.of(byToolkit), Inventory.of(byProgram))
                .forEach(it -> wrong.add(sql + ": the program did it otherwise. " + it));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
