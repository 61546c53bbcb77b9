package restrack.history;

import restrack.Version;
import restrack.Who;

/**
 * The SQL that fills our tables, with a question mark for each value. What becomes of it is up to who extends this:
 * one runs it, one prints it.
 */
abstract class SqlLedger implements Ledger {
    private final Tables tables;
    private final String insertRecord;
    private final String insertEvent;
    private final String insertLongEvent;
    private final String who = Who.current();

    SqlLedger(Tables tables) {
        this.tables = tables;
        this.insertRecord = """
                INSERT INTO %s (revision, revises, depends_on, message, kind, checksum, script, applied_at, ms,
                    applied_by, tool_version, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
                .formatted(tables.revision());
        this.insertEvent = """
                INSERT INTO %s (id, at, operation, subject, message, ms, done_by, tool_version, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(tables.event());
        this.insertLongEvent = """
                INSERT INTO %s (id, at, operation, subject, message, ms, done_by, tool_version, detail, script, changed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(tables.event());
    }

    /** Runs or prints a statement. */
    abstract void write(String sql, Object... values);

    /** {@return the present time as the records have it, or what stands for it} */
    abstract Object present();

    /** {@return the number that the next event gets, or what stands for it} */
    abstract Object nextEvent();

    @Override
    public void record(Applied record, String script) {
        write(insertRecord, record.revision(), String.join(",", record.revises()), String.join(",", record.dependsOn()),
                record.message(), record.kind(), record.checksum(), script, present(), record.millis(), who,
                Version.VERSION, nextEvent());
        if (!record.origin().isEmpty()) {
            write("UPDATE " + tables.revision() + " SET origin = ? WHERE revision = ?", record.origin(),
                    record.revision());
        }
    }

    @Override
    public void forget(String revision) {
        write("DELETE FROM " + tables.revision() + " WHERE revision = ?", revision);
    }

    @Override
    public final void recordRepeatable(String name, String checksum, String script) {
        write("DELETE FROM " + tables.repeatable() + " WHERE name = ?", name);
        write("INSERT INTO " + tables.repeatable() + " (name, checksum, script, applied_at) VALUES (?, ?, ?, ?)",
                name, checksum, script, present());
    }

    @Override
    public void log(Event event) {
        if (event.script() == null && event.changed() == null) {
            // A printed script may meet tables of the first layout.
            write(insertEvent, nextEvent(), present(), event.operation(), event.subject(), event.message(),
                    event.millis(), who, Version.VERSION, event.detail());
        } else {
            write(insertLongEvent, nextEvent(), present(), event.operation(), event.subject(), event.message(),
                    event.millis(), who, Version.VERSION, event.detail(), event.script(), event.changed());
        }
    }
}
