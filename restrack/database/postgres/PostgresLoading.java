package restrack.database.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import restrack.database.BrokenKey;
import restrack.database.server.BrokenReferences;
import restrack.database.server.ServerLoading;

/**
 * Many rows for a PostgreSQL database. Foreign keys between tables that are filled are checked at the end: those that
 * cannot be deferred are made so for this transaction (PostgreSQL documentation, "ALTER TABLE", ALTER CONSTRAINT).
 * Other programs can read meanwhile, and not write to these tables.
 */
final class PostgresLoading implements ServerLoading {
    private static final int PORTION = 500;
    private static final int SHOWN = 11;

    private final PostgresDatabase database;
    private final List<String> before = new ArrayList<>();

    PostgresLoading(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public PostgresDatabase database() {
        return database;
    }

    @Override
    public void begin() {
        before.clear();
        database.begin();
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public void expect(Set<String> tables) {
        database.ask("The foreign keys cannot be deferred", () -> {
            for (var key : reading().between(tables)) {
                defer(key);
            }
            return execute("SET CONSTRAINTS ALL DEFERRED");
        });
    }

    /** Only the owner of a table may do it. For anybody else rows have to come in an order that their keys can bear. */
    private void defer(PostgresReferences.Timed key) throws SQLException {
        if (key.deferrable()) {
            return;
        }
        var alter = "ALTER TABLE " + database.dialect().quote(key.reference().table()) + " ALTER CONSTRAINT "
                + database.dialect().quote(key.reference().name());
        execute("SAVEPOINT migrate_key");
        try {
            execute(alter + " DEFERRABLE INITIALLY DEFERRED");
            before.add(alter + " NOT DEFERRABLE");
        } catch (SQLException e) {
            if (!PostgresReferences.isForbidden(e)) {
                throw e;
            }
            execute("ROLLBACK TO SAVEPOINT migrate_key");
        }
        execute("RELEASE SAVEPOINT migrate_key");
    }

    /** The server says that there are such rows; which they are is looked for only then. */
    @Override
    public List<BrokenKey> brokenKeys(Set<String> tables) {
        return database.ask("The foreign keys cannot be checked", () -> {
            execute("SAVEPOINT migrate_keys");
            try {
                execute("SET CONSTRAINTS ALL IMMEDIATE");
                execute("RELEASE SAVEPOINT migrate_keys");
                return List.<BrokenKey>of();
            } catch (SQLException e) {
                execute("ROLLBACK TO SAVEPOINT migrate_keys");
                var broken = new BrokenReferences(database.tables(), database.dialect())
                        .of(reading().valid(tables), OptionalInt.of(SHOWN));
                if (broken.isEmpty()) {
                    throw e;
                }
                return broken;
            }
        });
    }

    /** Numbers that count up go on behind the greatest key that was loaded; a rollback would not take that back. */
    @Override
    public void finish(Set<String> tables) {
        database.ask("The keys cannot be checked", () -> {
            execute("SET CONSTRAINTS ALL IMMEDIATE");
            for (var alter : before) {
                execute(alter);
            }
            before.clear();
            for (var advance : reading().advances(tables)) {
                execute(advance);
            }
            return true;
        });
    }

    private PostgresReferences reading() {
        return new PostgresReferences(database);
    }

    private boolean execute(String sql) throws SQLException {
        try (var statement = database.connection().createStatement()) {
            return statement.execute(sql);
        }
    }
}
