package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import restrack.database.sqlite.catalog.Layout;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaEdit;
import restrack.database.sqlite.draft.ColumnActions;
import restrack.database.sqlite.draft.Draft;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.CreateTable;

/**
 * Finds out whether rows are older than a column: with a default that nobody can have stored, does any row have it? All
 * of this is taken back.
 */
final class DefaultProbe implements OlderRows {
    private static final String NOBODYS = "x'6d696772617465206c6f6f6b7320666f72206f6c64657220726f7773'";
    private static final String SAVEPOINT = "migrate_probe";

    private final Connection connection;

    DefaultProbe(Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean mayBe(CreateTable table, Column column) throws SQLException {
        var name = table.name().value();
        var probe = new Draft(table, Layout.of(connection, "main", name, table.withoutRowid()), true);
        new ColumnActions(probe).setDefault(column.name().value(), NOBODYS);
        run("SAVEPOINT " + SAVEPOINT);
        try {
            for (var sql : List.of("PRAGMA writable_schema = ON", SchemaEdit.text("table", name, probe.table().text()),
                    "PRAGMA writable_schema = RESET")) {
                run(sql);
            }
            try (var query = connection.createStatement(); var rows = query.executeQuery("SELECT 1 FROM main."
                    + Quoted.name(name) + " NOT INDEXED WHERE " + Quoted.name(column.name().value()) + " IS " + NOBODYS
                    + " LIMIT 1")) {
                return rows.next();
            }
        } finally {
            run("ROLLBACK TO " + SAVEPOINT);
            run("RELEASE " + SAVEPOINT);
            run("PRAGMA writable_schema = RESET");
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
