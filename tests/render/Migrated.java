package tests.render;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Rendered;
import restrack.database.sqlite.SqliteDialect;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.schema.Change;
import restrack.schema.Difference;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.sql.Statements;

/** A database in memory, with foreign keys on, that becomes what others are. */
final class Migrated implements AutoCloseable {
    private static final Set<String> ALLOWED = Set.of("change-data");

    private final Database database;

    private Migrated(Database database) {
        this.database = database;
    }

    /** {@return a database after these statements} */
    static Migrated of(String sql) throws SQLException {
        var database = new Migrated(new SqliteDialect().open(DatabaseUrl.parse("sqlite://", Path.of("")),
                new Access(Duration.ofSeconds(5), true, holders -> { })));
        database.run(sql);
        return database;
    }

    Database database() {
        return database;
    }

    void run(String sql) throws SQLException {
        for (var statement : Statements.of(sql, SqliteSyntax.SQLITE)) {
            database.run(statement, ALLOWED);
        }
    }

    Schema schema() {
        return database.schema(Level.EXACT);
    }

    /** {@return what has to be done to make this database what another one is} */
    List<Change> differences(Migrated wanted) {
        return Difference.of(schema(), wanted.schema(), wanted.database.equality());
    }

    /** {@return the statements that do it} */
    List<Rendered> statements(Migrated wanted) {
        return new SqliteDialect().render(differences(wanted), schema(), wanted.schema());
    }

    /** {@return the texts of these statements, each with its semicolon} */
    String draft(Migrated wanted) {
        var text = new StringBuilder();
        for (var statement : statements(wanted)) {
            if (!statement.todo().isEmpty()) {
                text.append("-- TODO ").append(statement.todo()).append('\n').append(statement.sketch()).append(";\n");
            }
            text.append(statement.text()).append(";\n");
        }
        return text.toString();
    }

    /**
     * Makes this database what another one is, in one transaction.
     *
     * @param fill what a person writes in the place of …
     * @return the statements that were run
     */
    List<String> become(Migrated wanted, String fill) throws SQLException {
        var statements = statements(wanted);
        var done = new ArrayList<String>();
        database.begin();
        try {
            for (var statement : statements) {
                if (!statement.sketch().isEmpty()) {
                    done.add(statement.sketch().replace("…", fill));
                    run(statement.sketch().replace("…", fill));
                }
                done.add(statement.text());
                run(statement.text());
            }
            database.commit();
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw new AssertionError(e.getMessage() + "\nafter\n" + String.join(";\n", done), e);
        }
        return done;
    }

    /** {@return the rows of a query, the columns of each between bars} */
    List<String> query(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = database.connection().createStatement(); var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(String.join("|", row));
            }
        }
        return found;
    }

    @Override
    public void close() {
        database.close();
    }
}
