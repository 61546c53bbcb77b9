package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.database.sqlite.SqliteDialect;
import restrack.sql.Statements;
import tests.Project;

/** What {@code docs/autogenerate.md} says of differences between schemas is what is drafted. */
class AutogeneratePageTest {
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern RENAME = Pattern.compile("`--rename ([^`]+)`");
    private static final String ALTER = "ALTER TABLE t ";

    private final Page page = Page.of("docs/autogenerate.md");
    @TempDir
    private Path folder;
    private int projects;

    @Test
    void eachDifferenceIsDraftedAsItsLineSays() throws IOException {
        var said = new ArrayList<String>();
        var done = new ArrayList<String>();
        for (var row : page.rows()) {
            if (row.size() >= 4) {
                var from = row.get(1);
                var to = row.get(2);
                var statements = spans(row.get(row.size() - 1)).filter(AutogeneratePageTest::isSql).toList();
                said.add(row.get(0) + ": " + String.join("; ", statements));
                done.add(row.get(0) + ": " + String.join("; ", drafted(from, to)));
            }
        }
        assertEquals(String.join("\n", said), String.join("\n", done));
        assertTrue(said.size() > 45, said.size() + " lines");
    }

    /** {@return the statements of the way up} It is run, and taken back, and each time nothing differs any more. */
    private List<String> drafted(String from, String to) throws IOException {
        var project = project(from, to);
        var options = new ArrayList<>(List.of("--autogenerate", "-m", "x"));
        var result = project.revision(options.toArray(String[]::new));
        var rename = RENAME.matcher(result.err());
        if (result.exitCode() == 4 && rename.find()) {
            options.addAll(List.of("--rename", rename.group(1)));
            result = project.revision(options.toArray(String[]::new));
        }
        assertEquals(0, result.exitCode(), result.err());
        if (result.out().startsWith("Nothing to do")) {
            assertSame(project, from, to);
            return List.of();
        }
        var file = project.folder().resolve(result.out().strip());
        var filled = Files.readString(file).lines().filter(it -> !it.startsWith("-- migrate:todo"))
                .map(it -> it.startsWith("-- UPDATE ") ? it.substring(3).replace("…", "7") : it)
                .collect(Collectors.joining("\n"));
        var statements = statements(Files.readString(file).replaceAll("(?s).*-- migrate:up|-- migrate:down.*", ""));
        Files.writeString(file, filled);
        var upgrade = project.migrate("upgrade");
        assertEquals(0, upgrade.exitCode(), upgrade.err());
        assertSame(project, from, to);
        var downgrade = project.migrate("downgrade", "-1", "--allow", "drop-data");
        assertEquals(0, downgrade.exitCode(), downgrade.err());
        Files.delete(file);
        project.file("/models/models.sql", schema(from));
        assertSame(project, to, from);
        return statements;
    }

    private static void assertSame(Project project, String from, String to) {
        var check = project.migrate("check");
        assertEquals("Nothing found.\n", check.out(), from + " -> " + to);
    }

    private static List<String> statements(String sql) {
        return Statements.of(sql, new SqliteDialect().syntax(), 1).stream()
                .map(it -> it.text().replaceAll("(?m)^--.*$", "").strip().replaceAll("\\s+", " "))
                .map(it -> it.startsWith(ALTER) ? it.substring(ALTER.length()) : it).toList();
    }

    @Test
    void whatIsTheSameIsSoBothWays() {
        int lines = 0;
        for (var row : page.rows()) {
            if (row.size() == 3 && List.of("the same", "different").contains(row.get(2))) {
                lines++;
                int code = row.get(2).equals("the same") ? 0 : 3;
                assertEquals(code, project(row.get(0), row.get(1)).migrate("check").exitCode(), row.toString());
                assertEquals(code, project(row.get(1), row.get(0)).migrate("check").exitCode(), row.toString());
            }
        }
        assertTrue(lines > 10, lines + " lines");
    }

    /** {@return a database, and models of something else} */
    private Project project(String from, String to) {
        var project = new Project(folder.resolve("" + projects++)).file("1_first.sql", schema(from))
                .file("/models/models.sql", schema(to));
        var upgrade = project.migrate("upgrade");
        assertEquals(0, upgrade.exitCode(), upgrade.err());
        return project;
    }

    /** {@return what a cell stands for: a table {@code t} with that between its parentheses, or whole statements} */
    private static String schema(String cell) {
        return "CREATE TABLE p (id INTEGER PRIMARY KEY);\n" + spans(cell)
                .map(it -> (it.startsWith("CREATE ") ? it : "CREATE TABLE t (" + it + ")") + ";\n")
                .collect(Collectors.joining());
    }

    private static boolean isSql(String span) {
        return span.matches("(CREATE|DROP|ALTER|ADD|SET|RENAME) .*");
    }

    private static Stream<String> spans(String cell) {
        return SPAN.matcher(cell).results().map(it -> it.group(1));
    }
}
