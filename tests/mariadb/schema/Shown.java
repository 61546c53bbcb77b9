package tests.mariadb.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tests.servers.TestDatabase;

/** What the server shows of a database, line by line and sorted: the order of keys means nothing. */
final class Shown {
    private Shown() {
    }

    static List<String> of(TestDatabase database) {
        var lines = new ArrayList<String>();
        for (var row : database.query("SHOW FULL TABLES")) {
            var name = row.split("\\|")[0];
            if (!name.startsWith("migrate_")) {
                add(lines, name, database.query("SHOW CREATE TABLE `" + name + "`").get(0));
            }
        }
        for (var kind : List.of("FUNCTION", "PROCEDURE")) {
            for (var name : database.query("SELECT routine_name FROM information_schema.routines WHERE routine_schema = "
                    + "database() AND routine_type = '" + kind + "'")) {
                add(lines, name, database.query("SHOW CREATE " + kind + " " + name).get(0));
            }
        }
        lines.addAll(database.query("SELECT trigger_name, event_object_table, action_timing, event_manipulation, "
                + "action_order, action_statement FROM information_schema.triggers WHERE trigger_schema = database()"));
        lines.addAll(database.query("SELECT event_name, event_definition, interval_value, interval_field, status "
                + "FROM information_schema.events WHERE event_schema = database()"));
        Collections.sort(lines);
        return lines.stream().map(it -> it.replace("`" + database.name() + "`.", "")).toList();
    }

    private static void add(List<String> lines, String name, String text) {
        text.replaceFirst("\\|[A-Z_,]*\\|CREATE ", "|CREATE ").replaceAll(" DEFINER=\\S+", "")
                .replaceAll(" AUTO_INCREMENT=\\d+", "").lines()
                .forEach(it -> lines.add(name + ": " + it.strip().replaceFirst(",$", "")));
    }
}
