package restrack.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.database.Database;

/** What our tables say. They have to be there; those of an older layout are read as they are. */
final class HistoryReader {
    private final Database database;
    private final Tables tables;

    HistoryReader(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** {@return the number of the newest event, 0 without one} */
    long newestEvent() throws SQLException {
        try (var rows = query("SELECT coalesce(max(id), 0) FROM " + tables.event())) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** {@return what is applied, in the order in which it was} */
    List<Applied> applied(int layout) throws SQLException {
        var applied = new ArrayList<Applied>();
        try (var rows = query("""
                SELECT revision, revises, depends_on, message, kind, checksum, applied_at, ms, applied_by, tool_version,
                    %s FROM %s ORDER BY event, revision""".formatted(since(2, layout, "origin"), tables.revision()))) {
            while (rows.next()) {
                applied.add(new Applied(rows.getString(1), split(rows.getString(2)), split(rows.getString(3)),
                        rows.getString(4), rows.getString(5), rows.getString(6), rows.getString(7), rows.getLong(8),
                        rows.getString(9), rows.getString(10), rows.getString(11)));
            }
        }
        return applied;
    }

    private static List<String> split(String ids) {
        return ids.isEmpty() ? List.of() : List.of(ids.split(","));
    }

    /** {@return the ids of what is applied} */
    Set<String> revisions() throws SQLException {
        var revisions = new HashSet<String>();
        try (var rows = query("SELECT revision FROM " + tables.revision())) {
            while (rows.next()) {
                revisions.add(rows.getString(1));
            }
        }
        return revisions;
    }

    /** {@return whether a revision is applied} */
    boolean has(String revision) throws SQLException {
        database.standAside();
        try (var query = database.connection().prepareStatement(
                "SELECT 1 FROM " + tables.revision() + " WHERE revision = ?")) {
            query.setString(1, revision);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** {@return the script as it was applied; nothing for one that was only stamped or that is not recorded} */
    Optional<String> script(String revision) throws SQLException {
        try (var query = database.connection().prepareStatement(
                "SELECT script FROM " + tables.revision() + " WHERE revision = ?")) {
            query.setString(1, revision);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** {@return the checksum of each repeatable script as it last ran, by name} */
    Map<String, String> repeatables() throws SQLException {
        var repeatables = new LinkedHashMap<String, String>();
        try (var rows = query("SELECT name, checksum FROM " + tables.repeatable())) {
            while (rows.next()) {
                repeatables.put(rows.getString(1), rows.getString(2));
            }
        }
        return repeatables;
    }

    /** {@return how far the scripts have come that are half applied} */
    List<JournalEntry> journal(int layout) throws SQLException {
        var entries = new ArrayList<JournalEntry>();
        try (var rows = query("SELECT revision, direction, done, checksum, started_at, coalesce("
                + since(2, layout, "position") + ", ''), " + since(3, layout, "trace") + " FROM " + tables.journal())) {
            while (rows.next()) {
                entries.add(new JournalEntry(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getString(4),
                        rows.getString(5), rows.getString(6), Optional.ofNullable(rows.getString(7))));
            }
        }
        return entries;
    }

    /**
     * {@return a column that came with some layout, or nothing in tables of an older one} A command that only reads
     * leaves them as they are.
     */
    private static String since(int came, int layout, String column) {
        return layout >= came ? column : column.equals("trace") ? "NULL" : "''";
    }

    private ResultSet query(String sql) throws SQLException {
        database.standAside();
        var statement = database.connection().createStatement();
        statement.closeOnCompletion();
        return statement.executeQuery(sql);
    }
}
