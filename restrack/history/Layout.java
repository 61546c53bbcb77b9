package restrack.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;

/** The shape of our tables. Its number stands in the database, so that an older toolkit leaves a newer one alone. */
final class Layout {
    static final int VERSION = 3;

    private Layout() {
    }

    /**
     * {@return the statements that create the tables where they are not there, in order} The one that others look for
     * is the last: where each of them commits by itself, all are there once that one is.
     */
    static List<String> statements(Tables tables) {
        return List.of(
                """
                CREATE TABLE IF NOT EXISTS %s (
                    version INTEGER NOT NULL
                )""".formatted(tables.layout()),
                "INSERT INTO %1$s (version) SELECT %2$d FROM (SELECT count(*) AS n FROM %1$s) AS counted WHERE n = 0"
                        .formatted(tables.layout(), VERSION),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    id BIGINT NOT NULL PRIMARY KEY,
                    at VARCHAR(30) NOT NULL,
                    operation VARCHAR(20) NOT NULL,
                    subject VARCHAR(200) NOT NULL,
                    message TEXT NOT NULL,
                    ms BIGINT NOT NULL,
                    done_by VARCHAR(200) NOT NULL,
                    tool_version VARCHAR(20) NOT NULL,
                    detail TEXT NOT NULL,
                    script TEXT,
                    changed BIGINT
                )""".formatted(tables.event()),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    name VARCHAR(200) NOT NULL PRIMARY KEY,
                    checksum VARCHAR(64) NOT NULL,
                    script TEXT NOT NULL,
                    applied_at VARCHAR(30) NOT NULL
                )""".formatted(tables.repeatable()),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    revision VARCHAR(100) NOT NULL PRIMARY KEY,
                    direction VARCHAR(4) NOT NULL,
                    done INTEGER NOT NULL,
                    checksum VARCHAR(64) NOT NULL,
                    started_at VARCHAR(30) NOT NULL,
                    position TEXT,
                    trace TEXT
                )""".formatted(tables.journal()),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    revision VARCHAR(100) NOT NULL PRIMARY KEY,
                    revises TEXT NOT NULL,
                    depends_on TEXT NOT NULL,
                    message TEXT NOT NULL,
                    kind VARCHAR(10) NOT NULL,
                    checksum VARCHAR(64) NOT NULL,
                    script TEXT,
                    applied_at VARCHAR(30) NOT NULL,
                    ms BIGINT NOT NULL,
                    applied_by VARCHAR(200) NOT NULL,
                    tool_version VARCHAR(20) NOT NULL,
                    event BIGINT NOT NULL,
                    origin VARCHAR(200) NOT NULL DEFAULT ''
                )""".formatted(tables.revision()));
    }

    /** {@return the statements that bring tables of an older layout up to date, in order} */
    static List<String> upgrade(Tables tables, int from) {
        var statements = new ArrayList<String>();
        if (from < 2) {
            statements.addAll(second(tables));
        }
        if (from < VERSION) {
            statements.add("ALTER TABLE " + tables.journal() + " ADD COLUMN trace TEXT");
            statements.add("UPDATE " + tables.layout() + " SET version = " + VERSION);
        }
        return statements;
    }

    private static List<String> second(Tables tables) {
        return List.of(
                "ALTER TABLE " + tables.revision() + " ADD COLUMN origin VARCHAR(200) NOT NULL DEFAULT ''",
                "ALTER TABLE " + tables.event() + " ADD COLUMN script TEXT",
                "ALTER TABLE " + tables.event() + " ADD COLUMN changed BIGINT",
                "ALTER TABLE " + tables.journal() + " ADD COLUMN position TEXT");
    }

    /** {@return the layout of the tables} Those that a newer toolkit has made are refused. */
    static int known(Connection connection, Tables tables) throws SQLException {
        int version = version(connection, tables);
        if (version > VERSION) {
            throw new MigrateException(ErrorKind.NEWER_LAYOUT, "The tables " + tables.prefix()
                    + "… of this database have layout " + version + ", and this toolkit knows " + VERSION + ".",
                    "Use the newer toolkit that wrote them. Nothing was changed.");
        }
        return version;
    }

    /** {@return whether the tables have the layout that is written here} */
    static boolean is(Connection connection, Tables tables) throws SQLException {
        return version(connection, tables) == VERSION;
    }

    private static int version(Connection connection, Tables tables) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT max(version) FROM " + tables.layout())) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
