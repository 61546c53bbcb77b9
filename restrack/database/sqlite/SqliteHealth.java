package restrack.database.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import restrack.database.Health;
import restrack.database.sqlite.catalog.Said;
import restrack.database.sqlite.catalog.StandIns;

/**
 * Whether a database is sound, as far as SQLite can tell.
 *
 * @param database the database
 */
record SqliteHealth(SqliteQuestions database) implements Health {
    private static final String CHECK = "PRAGMA integrity_check";
    private static final String SOUND = "ok";

    static boolean isDamage(SQLException error) {
        int code = error.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /**
     * Where the damage stops the check itself, that is what it finds. One table that needs a collation of the
     * application would stop it too, so then the others are checked one by one.
     */
    @Override
    public List<String> problems() {
        return database.ask("The database cannot be checked", this::found);
    }

    private List<String> found() throws SQLException {
        try {
            if (isCheckable("")) {
                return check("");
            }
            // Of this one only the list of free pages is checked.
            var problems = new ArrayList<>(check("sqlite_schema"));
            for (var table : tables()) {
                if (isCheckable(table)) {
                    problems.addAll(check(table));
                }
            }
            return problems;
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            return List.of(Said.by(e));
        }
    }

    @Override
    public List<String> remarks() {
        return database.ask("The database cannot be checked", this::worthKnowing);
    }

    @Override
    public String rescue() {
        return "save what can be read with `sqlite3 FILE .recover`";
    }

    private List<String> worthKnowing() throws SQLException {
        var remarks = new ArrayList<String>();
        boolean all = isCheckable("");
        for (var table : tables()) {
            if (all || isCheckable(table)) {
                remarks.addAll(brokenReferences(table));
            } else {
                remarks.add(table + " was not checked: it needs a collation or a function that only the application "
                        + "has.");
            }
        }
        return remarks;
    }

    private boolean isCheckable(String table) throws SQLException {
        try (var query = database.connection().createStatement();
             var rows = query.executeQuery("EXPLAIN " + CHECK + of(table))) {
            return rows.next();
        } catch (SQLException e) {
            if (StandIns.isMissing(e)) {
                return false;
            }
            throw e;
        }
    }

    private List<String> check(String table) throws SQLException {
        var problems = new ArrayList<String>();
        try (var query = database.connection().createStatement(); var rows = query.executeQuery(CHECK + of(table))) {
            while (rows.next()) {
                if (!rows.getString(1).equals(SOUND)) {
                    problems.add(rows.getString(1));
                }
            }
        }
        return problems;
    }

    private String of(String table) {
        return table.isEmpty() ? "" : "(" + database.dialect().quote(table) + ")";
    }

    /** Table by table: one key that makes no sense fails a check of all. */
    private List<String> brokenReferences(String table) {
        var broken = new ArrayList<String>();
        try (var query = database.connection().prepareStatement(
                "SELECT parent, count(*) FROM pragma_foreign_key_check(?) GROUP BY parent ORDER BY parent")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long count = rows.getLong(2);
                    broken.add((count == 1 ? "1 row of " + table + " refers" : count + " rows of " + table + " refer")
                            + " to what is not in " + rows.getString(1) + ".");
                }
            }
        } catch (SQLException e) {
            broken.add("A foreign key of " + table + " makes no sense: " + Said.by(e) + ".");
        }
        return broken;
    }

    private List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var query = database.connection().createStatement();
             var rows = query.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
