package tests.read;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.sqlite.Collation;
import org.sqlite.Function;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;

/** Databases in memory that some statements have made. */
final class Opened {
    private Opened() {
    }

    /** {@return a database after these statements} */
    static Database of(String sql) throws SQLException {
        var database = Databases.dialect(DatabaseUrl.parse("sqlite://", Path.of("")))
                .scratch(DatabaseUrl.parse("sqlite://", Path.of("")),
                        new Access(Duration.ofSeconds(5), false, holders -> { }));
        run(database, sql);
        return database;
    }

    /** {@return a database that knows what otherwise only an application knows, after these statements} */
    static Database withApplication(List<String> statements) throws SQLException {
        var database = of("");
        Collation.create(database.connection(), "app_order", new Collation() {
            @Override
            protected int xCompare(String left, String right) {
                return right.compareTo(left);
            }
        });
        Function.create(database.connection(), "app_twice", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(value_text(0) + value_text(0));
            }
        }, 1, Function.FLAG_DETERMINISTIC);
        for (var statement : statements) {
            run(database, statement);
        }
        return database;
    }

    /** Takes away what only an application knows. */
    static void withoutApplication(Database database) throws SQLException {
        Collation.destroy(database.connection(), "app_order");
        Function.destroy(database.connection(), "app_twice", 1);
    }

    /** Runs all statements of a text. */
    static void run(Database database, String sql) throws SQLException {
        try (var statement = database.connection().createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
