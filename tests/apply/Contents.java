package tests.apply;

import java.util.List;
import java.util.stream.Collectors;
import tests.Project;

/** What is in a database but for the toolkit's own tables: its schema, and each value with its storage class. */
final class Contents {
    private static final String OURS = "(tbl_name LIKE 'migrate~_%' ESCAPE '~' "
            + "OR tbl_name LIKE 'sqlite~_%' ESCAPE '~')";

    private Contents() {
    }

    static String of(Project project) {
        var contents = new StringBuilder();
        lines(contents, project.query("SELECT type, name, sql FROM sqlite_schema WHERE NOT " + OURS
                + " ORDER BY type, name"));
        for (var table : project.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND NOT " + OURS
                + " ORDER BY name")) {
            contents.append(table).append('\n');
            lines(contents, rows(project, table));
        }
        return contents.toString();
    }

    /** {@return the rows of a table, their rowids too where it has them} */
    private static List<String> rows(Project project, String table) {
        var columns = project.query("SELECT '\"' || name || '\"' FROM pragma_table_xinfo('" + table + "')");
        boolean rowid = project.query("SELECT wr FROM pragma_table_list('" + table + "')").equals(List.of("0"))
                && !columns.contains("\"rowid\"");
        return project.query("SELECT " + (rowid ? "rowid, " : "") + columns.stream()
                .map(it -> "typeof(" + it + ") || ' ' || quote(" + it + ") || ' ' || hex(" + it + ")")
                .collect(Collectors.joining(", ")) + " FROM \"" + table + "\" ORDER BY 1, " + columns.size());
    }

    private static void lines(StringBuilder contents, List<String> lines) {
        lines.forEach(it -> contents.append(it).append('\n'));
    }
}
