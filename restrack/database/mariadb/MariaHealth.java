package restrack.database.mariadb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.database.Health;

/** What {@code CHECK TABLE} finds (MariaDB documentation, "CHECK TABLE"). It ends a transaction that is open. */
final class MariaHealth implements Health {
    private final MariaDatabase database;

    MariaHealth(MariaDatabase database) {
        this.database = database;
    }

    @Override
    public List<String> problems() {
        return said(List.of("error", "warning"));
    }

    @Override
    public List<String> remarks() {
        var remarks = said(List.of("note", "info"));
        database.broken().forEach((what, why) -> remarks.add("The " + what + " cannot be read: " + why + "."));
        return remarks;
    }

    @Override
    public String rescue() {
        return "save what can be read with `mariadb-dump`, table by table";
    }

    private List<String> said(List<String> kinds) {
        return database.ask("The tables cannot be checked", () -> {
            var found = new ArrayList<String>();
            for (var table : new MariaCatalog(database.connection()).tables()) {
                check(table, kinds, found);
            }
            return found;
        });
    }

    private void check(String table, List<String> kinds, List<String> found) throws SQLException {
        try (var query = database.connection().createStatement();
             var rows = query.executeQuery("CHECK TABLE " + database.dialect().quote(table))) {
            while (rows.next()) {
                if (kinds.stream().anyMatch(rows.getString("Msg_type")::equalsIgnoreCase)) {
                    found.add(table + ": " + rows.getString("Msg_text"));
                }
            }
        }
    }
}
