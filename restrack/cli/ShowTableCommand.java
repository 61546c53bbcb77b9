package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.TableDescription;
import restrack.database.TableDescription.Key;
import restrack.database.TableDescription.Part;

/** {@code migrate show-table}. */
@Command(name = "show-table", description = "Show a table: its text, the names of its constraints, what belongs to it.")
final class ShowTableCommand extends BaseCommand {
    @Parameters(paramLabel = "NAME", description = "The table, without quotes.")
    String name;

    @Override
    int run() {
        try (var project = project()) {
            var table = project.read(database -> database.describe(name)).flatMap(it -> it)
                    .orElseThrow(() -> new MigrateException(ErrorKind.USAGE, "There is no table '" + name + "' in "
                            + project.url().display() + ".", "Give its name as the database has it."));
            if (!options().json) {
                print(table);
            }
            answer(() -> document(table));
            return DONE;
        }
    }

    private void print(TableDescription table) {
        say(table.text() + ";");
        if (!table.constraints().isEmpty()) {
            say("");
            say("Constraints (* has no name of its own; DROP CONSTRAINT knows it by this one):");
            var lines = new TextTable();
            table.constraints().forEach(it -> lines.row(text -> text, (it.implied() ? "* " : "  ") + it.name(),
                    it.kind(), onOneLine(it.text())));
            lines.lines().forEach(this::say);
        }
        section("Indexes", table.indexes());
        section("Triggers", table.triggers());
        section("Views that mention it", table.views());
        keys("Keys from it", table.keysFrom());
        keys("Keys to it", table.keysTo());
        say("");
        say("Rows: " + String.format(Locale.ROOT, "%,d", table.rows()));
    }

    private void section(String title, List<Part> parts) {
        if (!parts.isEmpty()) {
            say("");
            say(title + ":");
            parts.forEach(it -> say("  " + (it.text().isEmpty() ? it.name() + " (made by a constraint)"
                    : onOneLine(it.text()))));
        }
    }

    private void keys(String title, List<Key> keys) {
        if (!keys.isEmpty()) {
            say("");
            say(title + ":");
            keys.forEach(it -> say("  " + it.table() + " (" + String.join(", ", it.columns()) + ") to " + it.parent()
                    + (it.parentColumns().isEmpty() ? "" : " (" + String.join(", ", it.parentColumns()) + ")")));
        }
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Map<String, Object> document(TableDescription table) {
        var document = new LinkedHashMap<String, Object>();
        document.put("table", table.name());
        document.put("text", table.text());
        var constraints = new ArrayList<Map<String, Object>>();
        for (var constraint : table.constraints()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("kind", constraint.kind());
            fields.put("name", constraint.name());
            fields.put("implied", constraint.implied());
            fields.put("text", constraint.text());
            constraints.add(fields);
        }
        document.put("constraints", constraints);
        document.put("indexes", parts(table.indexes()));
        document.put("triggers", parts(table.triggers()));
        document.put("views", parts(table.views()));
        document.put("keysFrom", keys(table.keysFrom()));
        document.put("keysTo", keys(table.keysTo()));
        document.put("rows", table.rows());
        return document;
    }

    private static List<Map<String, Object>> parts(List<Part> parts) {
        return parts.stream().<Map<String, Object>>map(it -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("name", it.name());
            fields.put("text", it.text().isEmpty() ? null : it.text());
            return fields;
        }).toList();
    }

    private static List<Map<String, Object>> keys(List<Key> keys) {
        return keys.stream().<Map<String, Object>>map(it -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("table", it.table());
            fields.put("columns", it.columns());
            fields.put("parent", it.parent());
            fields.put("parentColumns", it.parentColumns());
            return fields;
        }).toList();
    }
}
