package restrack.database.postgres;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.ClonedDatabase;
import restrack.database.Copies;
import restrack.database.OpenedCopy;
import restrack.database.server.Alone;
import restrack.database.server.ServerProgram;
import restrack.database.server.SpareClone;
import restrack.database.server.SpareCopy;
import restrack.database.server.SpareDatabase;

/**
 * Copies of a PostgreSQL database, by the programs that come with it: {@code pg_dump} sees what was committed when it
 * begins, whatever others write meanwhile (PostgreSQL documentation, "pg_dump").
 *
 * @param database the database
 */
record PostgresCopies(PostgresDatabase database) implements Copies {
    @Override
    public void copyTo(Path file) {
        programs().dump(withoutTurn()).run(database, Redirect.to(file.toFile()));
    }

    /** All of it is read once more. */
    @Override
    public Optional<List<String>> problems(Path copy) {
        try {
            programs().restore("--file=-", copy.toString()).run(database, Redirect.DISCARD);
            return Optional.of(List.of());
        } catch (MigrateException e) {
            if (e.kind() != ErrorKind.DATABASE_ERROR) {
                throw e;
            }
            return Optional.of(List.of(e.getMessage()));
        }
    }

    @Override
    public ClonedDatabase cloneBeside() {
        var spare = SpareDatabase.make(database.url(), new PostgresSpare());
        try {
            programs().dump("--compress=0", withoutTurn()).into(database, "", loading(spare));
            return new SpareClone(spare, database.bytes());
        } catch (RuntimeException | Error e) {
            spare.close();
            throw e;
        }
    }

    /** {@return a copy, loaded into a database of its own} */
    OpenedCopy open(Path copy) {
        var spare = SpareDatabase.make(database.url(), new PostgresSpare());
        try {
            loading(spare, copy.toString()).run(database, Redirect.DISCARD);
            return new SpareCopy(spare, database.dialect().open(spare.url(), database.access()));
        } catch (RuntimeException | Error e) {
            spare.close();
            throw e;
        }
    }

    /** Whoever else is connected could write what no copy has. */
    @Override
    public void isolate() {
        Alone.await(database, database.url(), () -> number("""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                    AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""),
                database.access().lockTimeout(), "SELECT pid, usename, application_name FROM pg_stat_activity");
    }

    /** One transaction drops what is there and makes what is in the copy. */
    @Override
    public void replaceWith(Path copy) {
        var emptying = database.ask("The schema cannot be read", () -> new PostgresEmptying(database.connection())
                .script());
        programs().restore("--file=-", copy.toString()).into(database, emptying, programs().psql());
    }

    /** {@return the program that loads a copy into a database of its own; it reads its input if no file is said} */
    private ServerProgram loading(SpareDatabase spare, String... file) {
        var options = new ArrayList<>(List.of("--dbname=" + spare.name(), "--no-password", "--no-owner",
                "--no-privileges", "--no-publications", "--no-subscriptions", "--exit-on-error"));
        options.addAll(List.of(file));
        return programs().on(spare.name()).restore(options.toArray(String[]::new));
    }

    /** Whose turn it is, is no part of a copy: nobody has it where the copy is put back. */
    private String withoutTurn() {
        return "--exclude-table-data=*." + database.leaseTable();
    }

    private PostgresPrograms programs() {
        return database.ask("The connection cannot be looked at",
                () -> PostgresPrograms.of(database.connection(), database.url()));
    }

    private long number(String sql) throws SQLException {
        try (var query = database.connection().createStatement(); var rows = query.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
