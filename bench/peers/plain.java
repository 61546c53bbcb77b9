///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS org.postgresql:postgresql:42.7.11
//DEPS org.mariadb.jdbc:mariadb-java-client:4.0.0
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What servers can do at best: `run URL FILE` runs the statements of a file, one a line, each with a record of it in
 * one transaction, as far as the server has that. `fresh URL NAME` makes an empty database, `count URL QUERY` prints a
 * number.
 */
public class plain {
    public static void main(String... arguments) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(arguments[1])) {
            switch (arguments[0]) {
                case "run" -> run(connection, Path.of(arguments[2]));
                case "fresh" -> fresh(connection, arguments[2]);
                default -> count(connection, arguments[2]);
            }
        }
    }

    private static void run(Connection connection, Path file) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE record (id VARCHAR(100) PRIMARY KEY, message VARCHAR(200), script TEXT,
                        at VARCHAR(30))""");
            connection.setAutoCommit(false);
            try (var record = connection.prepareStatement("INSERT INTO record VALUES (?, ?, ?, ?)")) {
                int number = 0;
                for (var sql : Files.readAllLines(file)) {
                    statement.execute(sql);
                    record.setString(1, "script-" + ++number);
                    record.setString(2, "Item " + number);
                    record.setString(3, sql);
                    record.setString(4, "2026-01-01T00:00:00Z");
                    record.executeUpdate();
                    connection.commit();
                }
            }
        }
    }

    private static void fresh(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
    }

    private static void count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            System.out.println(rows.getLong(1));
        }
    }
}
