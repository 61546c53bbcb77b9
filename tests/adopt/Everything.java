package tests.adopt;

import java.util.ArrayList;
import java.util.List;
import tests.Project;

/** All that a database has, but for the toolkit's own tables: the statements of its schema, and every row. */
final class Everything {
    private Everything() {
    }

    static List<String> of(Project project) {
        var all = new ArrayList<>(project.query("""
                SELECT type, name, sql FROM sqlite_schema WHERE tbl_name NOT LIKE 'migrate\\_%' ESCAPE '\\'
                ORDER BY type, name"""));
        for (var table : project.query("""
                SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'migrate\\_%' ESCAPE '\\'
                ORDER BY name""")) {
            project.query("SELECT * FROM \"" + table + "\" ORDER BY 1").forEach(row -> all.add(table + ": " + row));
        }
        return all;
    }
}
