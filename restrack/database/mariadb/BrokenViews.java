package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import restrack.database.mariadb.read.MariaNames;

/**
 * Finds the views that need what is not there; the server lets a table go whatever views read it. What a trigger or a
 * routine needs only shows when it runs.
 */
final class BrokenViews {
    private final Connection connection;

    BrokenViews(Connection connection) {
        this.connection = connection;
    }

    /** {@return them, by what a person calls them, with what the database says of each} */
    Map<String, String> broken() throws SQLException {
        var broken = new LinkedHashMap<String, String>();
        try (var query = connection.createStatement(); var views = query.executeQuery("""
                SELECT table_name FROM information_schema.views WHERE table_schema = database() ORDER BY table_name""")) {
            while (views.next()) {
                var name = views.getString(1);
                try (var reading = connection.createStatement()) {
                    reading.executeQuery("SELECT * FROM " + MariaNames.quoted(name) + " LIMIT 0").close();
                } catch (SQLException e) {
                    broken.put("the view " + name, e.getMessage());
                }
            }
        }
        return broken;
    }
}
