package restrack.database.sqlite.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.JDBC;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.Span;

/**
 * A database in memory with the schema of another one and no rows. Changes are tried here first: SQLite itself says
 * whether the new schema is one, and what else would no longer fit.
 */
public final class Workbench implements AutoCloseable {
    private final Connection connection;
    private final StandIns standIns;
    private boolean drafting;

    private Workbench(Connection connection) {
        this.connection = connection;
        this.standIns = new StandIns(connection);
    }

    /** {@return a workbench with what a catalog names} */
    public static Workbench of(Catalog catalog) throws SQLException {
        var workbench = new Workbench(JDBC.createConnection("jdbc:sqlite::memory:", new Properties()));
        try {
            workbench.load(catalog);
            workbench.meetUnknowns();
            return workbench;
        } catch (SQLException | RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    /** Gives an empty database the schema that a catalog names. */
    public static void load(Catalog catalog, Connection connection) throws SQLException {
        new Workbench(connection).load(catalog);
    }

    private void load(Catalog catalog) throws SQLException {
        run("BEGIN");
        var there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var object : catalog.objects()) {
            // A virtual table brings its shadow tables along, AUTOINCREMENT and ANALYZE theirs.
            if (object.sql() != null && !object.name().startsWith("sqlite_") && !there.contains(object.name())) {
                create(object);
                if (object.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, 14)) {
                    Catalog.of(connection).objects().forEach(it -> there.add(it.name()));
                }
            }
        }
        if (catalog.table("sqlite_stat1").isPresent()) {
            run("ANALYZE");
            for (var statistics : List.of("sqlite_stat4", "sqlite_stat3")) {
                if (catalog.table(statistics).isEmpty()) {
                    run("DROP TABLE IF EXISTS " + statistics);
                }
            }
        }
        run("COMMIT");
    }

    /** SQLite's own ALTER TABLE looks at all there is: what only the application has is missed then, not later. */
    private void meetUnknowns() throws SQLException {
        var name = Quoted.name(catalog().free("migrate_try"));
        run("SAVEPOINT migrate_meet");
        try {
            run("CREATE TABLE " + name + " (x, y)");
            run("ALTER TABLE " + name + " DROP COLUMN y");
        } catch (SQLException e) {
            // Something is broken, which whoever needs it finds out.
            run("SELECT 1");
        } finally {
            undo("migrate_meet");
            standIns.freeze();
        }
    }

    /** {@return whether SQLite or the application has a collation of that name} */
    public boolean hasCollation(String name) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT 1 FROM pragma_collation_list WHERE name = ? COLLATE NOCASE")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** What cannot be created here (of an extension that is not loaded, say) is left out. */
    private void create(SchemaObject object) throws SQLException {
        try {
            run(object.sql());
        } catch (SQLException e) {
            if (object.isTable() && !object.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, 14)) {
                throw e;
            }
        }
    }

    /** {@return how SQLite would lay out a table that is not there yet} */
    public Layout layout(CreateTable table) throws SQLException {
        if (!drafting) {
            run("ATTACH ':memory:' AS migrate_draft");
            drafting = true;
        }
        var text = Edits.on(table.text());
        table.schema().ifPresent(it -> text.remove(new Span(it.span().start(), table.name().span().start())));
        run(text.insert(table.name().span().start(), "migrate_draft.").text());
        try {
            return Layout.of(connection, "migrate_draft", table.name().value(), table.withoutRowid());
        } finally {
            run("DROP TABLE migrate_draft." + Quoted.name(table.name().value()));
        }
    }

    public Connection connection() {
        return connection;
    }

    /** {@return the collations that only the application has} */
    public List<String> unknownCollations() {
        return standIns.collations();
    }

    /** {@return what stands in for the same collations and functions on another connection} */
    public StandIns standIns(Connection other) throws SQLException {
        return standIns.on(other);
    }

    public Catalog catalog() throws SQLException {
        return Catalog.of(connection);
    }

    public void run(String sql) throws SQLException {
        standIns.run(sql);
    }

    public void run(List<String> statements) throws SQLException {
        for (var statement : statements) {
            run(statement);
        }
    }

    /**
     * {@return the views and triggers that SQLite cannot make sense of, with what it says of them} Any RENAME makes
     * SQLite look at all of them.
     */
    public Map<SchemaObject, String> broken() throws SQLException {
        var broken = new LinkedHashMap<SchemaObject, String>();
        var name = catalog().free("migrate_try");
        run("SAVEPOINT migrate_try");
        try {
            run("CREATE TABLE " + Quoted.name(name) + " (x)");
            while (true) {
                try {
                    run("ALTER TABLE " + Quoted.name(name) + " RENAME TO " + Quoted.name(name + "_"));
                    return broken;
                } catch (SQLException e) {
                    var culprit = Culprit.of(e, catalog()).filter(it -> !broken.containsKey(it.object()))
                            .orElseThrow(() -> e);
                    broken.put(culprit.object(), culprit.message());
                    run(SetAside.statements(culprit.object()));
                }
            }
        } finally {
            undo("migrate_try");
        }
    }

    /** {@return what there is, after SQLite has put every string into single quotes, as its DROP COLUMN does first} */
    public Catalog withStringsInSingleQuotes(Set<String> broken) throws SQLException {
        var name = Quoted.name(catalog().free("migrate_try"));
        var aside = catalog().objects().stream()
                .filter(it -> (it.isView() || it.isTrigger()) && broken.contains(it.name())).toList();
        run("CREATE TABLE " + name + " (x, y)");
        run(SetAside.around(List.of("ALTER TABLE " + name + " DROP COLUMN y"), aside));
        run("DROP TABLE " + name);
        return catalog();
    }

    /** Takes back what was done since a savepoint, and the savepoint. */
    public void undo(String savepoint) throws SQLException {
        run("ROLLBACK TO " + savepoint);
        run("RELEASE " + savepoint);
        run("PRAGMA writable_schema = RESET");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
