///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//SOURCES ../../restrack/package-info.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.config.Settings;

/**
 * Loads the sample data into the database that the settings name: all of it or nothing, and only into empty tables.
 * To be run from the folder of the project, after {@code migrate upgrade}.
 */
class load {
    /** Parents first; the rows of {@code user} are in {@code users.csv}, and so on. */
    private static final List<String> TABLES = List.of("user", "worklist", "userworklist", "orderworklist");

    public static void main(String... arguments) {
        var folder = Path.of(arguments.length > 0 ? arguments[0] : "data/sample");
        try {
            var url = Settings.load(Map.of(), System.getenv(), Path.of("")).url();
            for (var line : into(url, folder)) {
                System.out.println(line);
            }
        } catch (MigrateException e) {
            fail(e.getMessage() + " " + e.hint());
        } catch (SQLException e) {
            fail("Nothing was loaded: " + e.getMessage());
        } catch (IOException e) {
            fail("Nothing was loaded, because a file cannot be read: " + e.getMessage());
        } catch (IllegalStateException e) {
            fail(e.getMessage());
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }

    /** {@return a line for each table} */
    private static List<String> into(DatabaseUrl url, Path folder) throws SQLException, IOException {
        if (url.file().isEmpty() || !Files.exists(url.file().get())) {
            throw new IllegalStateException("There is no SQLite file " + url
                    + ". Make it with 'migrate upgrade', then load the sample data again.");
        }
        var properties = new Properties();
        properties.putAll(url.properties());
        properties.put("foreign_keys", "true");
        properties.put("transaction_mode", "IMMEDIATE");
        var lines = new ArrayList<String>();
        // Closed without a commit, the connection rolls back.
        try (var connection = new JDBC().connect(url.jdbc(), properties)) {
            connection.setAutoCommit(false);
            for (var table : TABLES) {
                refuseRows(connection, table, url);
            }
            for (var table : TABLES) {
                lines.add(table + ": " + load(connection, table, folder.resolve(table + "s.csv"), url) + " rows");
            }
            connection.commit();
        }
        return lines;
    }

    private static void refuseRows(Connection connection, String table, DatabaseUrl url) throws SQLException {
        if (columns(connection, table).isEmpty()) {
            throw new IllegalStateException(url + " has no table '" + table
                    + "'. Make it with 'migrate upgrade', then load the sample data again.");
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM \"" + table + "\")")) {
            if (rows.getBoolean(1)) {
                throw new IllegalStateException("The table '" + table + "' of " + url
                        + " has rows already. The sample data is loaded into empty tables only.");
            }
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private static int load(Connection connection, String table, Path file, DatabaseUrl url)
            throws SQLException, IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            var records = csv.stream().toList();
            if (records.isEmpty()) {
                return 0;
            }
            var header = records.get(0).getHeader();
            var missing = new ArrayList<>(header);
            missing.removeAll(columns(connection, table));
            if (!missing.isEmpty()) {
                throw new IllegalStateException("The table '" + table + "' of " + url + " has no column '"
                        + missing.get(0) + "'. Bring it up to date with 'migrate upgrade'.");
            }
            insert(connection, table, header, records);
            return records.size();
        } catch (CsvParseException e) {
            throw new IllegalStateException("Nothing was loaded, because " + file + " is no table: "
                    + e.getMessage(), e);
        }
    }

    private static void insert(Connection connection, String table, List<String> header, List<NamedCsvRecord> records)
            throws SQLException {
        var sql = "INSERT INTO \"" + table + "\" (" + String.join(", ", header) + ") VALUES ("
                + String.join(", ", Collections.nCopies(header.size(), "?")) + ")";
        try (var insert = connection.prepareStatement(sql)) {
            for (var values : records) {
                for (var i = 0; i < header.size(); i++) {
                    // An empty field is no value.
                    insert.setString(i + 1, values.getField(i).isEmpty() ? null : values.getField(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
