package restrack.history;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.MigrateException;
import restrack.database.Database;

/**
 * Reads and writes our tables. Reading never creates them; every write happens in the caller's transaction, so that
 * a record and what it tells of stand or fall together.
 */
public final class History extends SqlLedger {
    private final Database database;
    private final Tables tables;
    private final HistoryReader reader;
    private final Remembered remembered;
    private long lastEvent;

    /**
     * @param database the database
     * @param prefix   what the names of our tables begin with
     */
    public History(Database database, String prefix) {
        this(database, new Tables(prefix));
    }

    private History(Database database, Tables tables) {
        super(tables);
        this.database = database;
        this.tables = tables;
        this.reader = new HistoryReader(database, tables);
        this.remembered = new Remembered(database);
    }

    /** {@return the names of our tables, in small letters} They need not be there. */
    public Set<String> tableNames() {
        var names = tables.all();
        kept().all().forEach(it -> names.add(it.parcel().side().toLowerCase(Locale.ROOT)));
        return names;
    }

    /** {@return what is kept of scripts that were taken back} */
    public KeptRegister kept() {
        return new KeptRegister(database, tables);
    }

    /**
     * {@return what the database says at this moment}
     *
     * @throws MigrateException {@code newer_layout} if a newer toolkit wrote the tables
     */
    public Snapshot read() {
        try {
            if (!exists()) {
                return Snapshot.EMPTY;
            }
            int layout = Layout.known(database.connection(), tables);
            // Its number first: if somebody commits while we read, it shows later that we are behind.
            long newest = lastEvent();
            return new Snapshot(reader.applied(layout), reader.repeatables(), reader.journal(layout), newest);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@return the number of the newest event, 0 without one} */
    public long lastEvent() {
        if (remembered.newestEvent()) {
            return lastEvent;
        }
        try {
            lastEvent = exists() ? reader.newestEvent() : 0;
            remembered.hasNewestEvent();
            return lastEvent;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@return the number of the newest event as it was asked for last, with what was logged here since} */
    public long lastKnownEvent() {
        return lastEvent;
    }

    /** Creates the tables if they are not there, and brings older ones up to date, in the transaction that is open. */
    public void create() {
        if (remembered.present()) {
            return;
        }
        try {
            var statements = !exists() ? Layout.statements(tables)
                    : Layout.upgrade(tables, Layout.known(database.connection(), tables));
            if (!statements.isEmpty()) {
                execute(statements.stream().map(database.dialect()::ownTable).toList());
            }
            remembered.arePresent();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@return whether the tables are there, in the layout that this toolkit writes} */
    public boolean isUpToDate() {
        try {
            return exists() && Layout.is(database.connection(), tables);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (var statement = database.connection().createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
        if (!database.dialect().hasTransactionalDdl()) {
            // They have committed by themselves, and ended the transaction with it.
            database.commit();
            database.begin();
        }
    }

    private boolean exists() {
        database.standAside();
        return remembered.present() || database.hasTable(tables.revision());
    }

    /** {@return the checksum of each repeatable script as it last ran, by name} The tables have to be there. */
    public Map<String, String> repeatables() {
        try {
            return reader.repeatables();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@return how far a script has come, if it is half applied} */
    public Optional<JournalEntry> journalOf(String revision) {
        return journal().stream().filter(it -> it.revision().equals(revision)).findFirst();
    }

    /** {@return how far the scripts have come that are half applied} The tables have to be there. */
    public List<JournalEntry> journal() {
        var known = remembered.journal();
        if (known.isPresent()) {
            return known.get();
        }
        try {
            var entries = reader.journal(remembered.present() ? Layout.VERSION
                    : Layout.known(database.connection(), tables));
            remembered.journal(entries);
            return entries;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@return whether a revision is applied} */
    public boolean isApplied(String revision) {
        try {
            if (!remembered.isKept()) {
                return reader.has(revision);
            }
            if (remembered.applied().isEmpty()) {
                remembered.applied(reader.revisions());
            }
            return remembered.applied().orElseThrow().contains(revision);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@return the script as it was applied; nothing for one that was only stamped or that is not recorded} */
    public Optional<String> script(String revision) {
        try {
            return reader.script(revision);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Replaces what is recorded of a script's text, for one whose edit was accepted. */
    public void replace(Applied record, String script) {
        write("UPDATE %s SET revises = ?, depends_on = ?, message = ?, kind = ?, checksum = ?, script = ? "
                        .formatted(tables.revision()) + "WHERE revision = ?",
                String.join(",", record.revises()), String.join(",", record.dependsOn()), record.message(),
                record.kind(), record.checksum(), script, record.revision());
    }

    /** Writes how far a script has come. */
    public void journal(JournalEntry entry) {
        endJournal(entry.revision());
        beginJournal(entry);
    }

    /** Writes how far a script has come that is not in the journal yet. */
    public void beginJournal(JournalEntry entry) {
        write("""
                INSERT INTO %s (revision, direction, done, checksum, started_at, position, trace)
                VALUES (?, ?, ?, ?, ?, ?, ?)""".formatted(tables.journal()), entry.revision(), entry.direction(),
                entry.done(), entry.checksum(), entry.at(), entry.position(), entry.trace().orElse(null));
        remembered.begun(entry);
    }

    /** Removes a script from the journal. */
    public void endJournal(String revision) {
        write("DELETE FROM " + tables.journal() + " WHERE revision = ?", revision);
        remembered.ended(revision);
    }

    @Override
    public void record(Applied record, String script) {
        super.record(record, script);
        remembered.recorded(record.revision());
    }

    @Override
    public void forget(String revision) {
        super.forget(revision);
        remembered.forgotten(revision);
    }

    @Override
    public void log(Event event) {
        super.log(event);
        lastEvent++;
    }

    @Override
    Object present() {
        return now();
    }

    @Override
    Object nextEvent() {
        return lastEvent + 1;
    }

    /** {@return the time as the records have it} */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    @Override
    void write(String sql, Object... values) {
        database.standAside();
        database.write(sql, values);
    }

    private MigrateException failed(SQLException error) {
        return database.explain(error, "The history of this database could not be read or written");
    }
}
