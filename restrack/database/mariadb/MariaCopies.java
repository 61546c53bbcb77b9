package restrack.database.mariadb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
 * Copies of a MariaDB database, by the programs that come with it: {@code mariadb-dump --single-transaction} sees what
 * was committed when it begins, as long as nobody changes tables meanwhile (MariaDB documentation, "mariadb-dump").
 *
 * @param database the database
 */
record MariaCopies(MariaDatabase database) implements Copies {
    /** The last line of a dump that was written to its end. */
    private static final String END = "-- Dump completed";
    private static final int TAIL = 200;

    @Override
    public void copyTo(Path file) {
        dump().run(database, Redirect.to(file.toFile()));
    }

    @Override
    public Optional<List<String>> problems(Path copy) {
        try (var file = new RandomAccessFile(copy.toFile(), "r")) {
            var tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return Optional.of(new String(tail, StandardCharsets.UTF_8).contains(END) ? List.of()
                    : List.of("its last line is not '" + END + "', so it breaks off before its end"));
        } catch (IOException e) {
            throw unreadable(copy, e);
        }
    }

    @Override
    public ClonedDatabase cloneBeside() {
        var spare = SpareDatabase.make(database.url(), new MariaSpare());
        try {
            dump().into(database, "", programs().on(spare.name()).client());
            silence(spare.name());
            return new SpareClone(spare, database.bytes());
        } catch (RuntimeException | Error e) {
            spare.close();
            throw e;
        }
    }

    /** {@return a copy, loaded into a database of its own} */
    OpenedCopy open(Path copy) {
        var problems = problems(copy).orElseThrow();
        if (!problems.isEmpty()) {
            throw new MigrateException(ErrorKind.BAD_COPY, copy + " is no whole copy: " + String.join("; ", problems)
                    + ". The database was not touched.", "Restore another copy.");
        }
        var spare = SpareDatabase.make(database.url(), new MariaSpare());
        try {
            load(copy, programs().on(spare.name()));
            silence(spare.name());
            return new SpareCopy(spare, database.dialect().open(spare.url(), database.access()));
        } catch (MigrateException e) {
            spare.close();
            throw new MigrateException(e.kind(), copy + " cannot be loaded to be looked at: " + e.getMessage()
                    + " The database was not touched.", e.hint(), e);
        } catch (RuntimeException | Error e) {
            spare.close();
            throw e;
        }
    }

    /** Events would run in a copy as they do in the database, twice then, and may write to others. */
    private void silence(String name) {
        database.ask("The events of the copy cannot be disabled", () -> {
            try (var connection = new MariaSpare().connect(database.url());
                 var query = connection.prepareStatement("SELECT event_name FROM information_schema.events "
                         + "WHERE event_schema = ? AND status = 'ENABLED'");
                 var statement = connection.createStatement()) {
                query.setString(1, name);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        statement.execute("ALTER EVENT " + database.dialect().quote(name) + "."
                                + database.dialect().quote(rows.getString(1)) + " DISABLE");
                    }
                }
            }
            return true;
        });
    }

    private void load(Path copy, MariaPrograms programs) {
        try (var in = new BufferedInputStream(Files.newInputStream(copy))) {
            programs.client().reads(database, in);
        } catch (IOException e) {
            throw unreadable(copy, e);
        }
    }

    @Override
    public void isolate() {
        Alone.await(database, database.url(), () -> number("""
                SELECT count(*) FROM information_schema.processlist
                WHERE db = database() AND id <> connection_id()"""),
                database.access().lockTimeout(), "SHOW PROCESSLIST");
    }

    /** This is not one transaction, because each of its statements commits. */
    @Override
    public void replaceWith(Path copy) {
        try {
            database.ask("The database cannot be emptied", () -> {
                new MariaEmptying(database.connection(), database.dialect()).run();
                return true;
            });
            load(copy, programs());
        } catch (MigrateException e) {
            throw new MigrateException(e.kind(), "The copy was not put in to its end, and the database now holds a "
                    + "part of it: " + e.getMessage(),
                    "What was there before is in the copy that was kept: put it back "
                    + "with `migrate restore`. " + e.hint(), e);
        }
    }

    private static MigrateException unreadable(Path copy, IOException error) {
        return new MigrateException(ErrorKind.FILE_ERROR, copy + " cannot be read: " + error.getMessage() + ".",
                "Check its permissions.", error);
    }

    /** Without being told to, the program leaves out what tables with system versioning have kept of former rows. */
    private ServerProgram dump() {
        boolean history = database.ask("The tables cannot be looked at", () -> number("""
                SELECT count(*) FROM information_schema.tables
                WHERE table_schema = database() AND table_type = 'SYSTEM VERSIONED'""")) > 0;
        return programs().dump(database.leaseTable(), history);
    }

    private MariaPrograms programs() {
        return database.ask("The connection cannot be looked at",
                () -> MariaPrograms.of(database.connection(), database.url()));
    }

    private long number(String sql) throws SQLException {
        try (var query = database.connection().createStatement(); var rows = query.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
