package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.TableChange;
import restrack.database.sqlite.SqliteDialect;
import restrack.sql.Statements;

/** What {@code docs/portable-alter.md} says of changes to tables is what happens; the tests that it names are there. */
class PortableAlterPageTest {
    private static final Set<String> WAYS = Set.of("native", "in place", "rebuild");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("(\\w+Test)\\.(\\w+)");
    private static final Pattern SCHEMA = Pattern.compile("\\d\\d_\\w+");

    private final Page page = Page.of("docs/portable-alter.md");
    @TempDir
    private Path folder;

    @Test
    void eachActionTakesTheWayThatItsLineSays() throws SQLException {
        var said = new ArrayList<String>();
        var done = new ArrayList<String>();
        try (var database = open("ways.db", block("CREATE TABLE staff"))) {
            for (var row : page.rows()) {
                if (WAYS.contains(row.get(row.size() - 1))) {
                    var action = span(row.get(0));
                    said.add(action + ": " + row.get(2));
                    done.add(action + ": " + ways(run(database, "ALTER TABLE ward " + action)));
                    for (var other : spans(row.get(1)).filter(it -> it.startsWith("ALTER COLUMN")).toList()) {
                        ways(run(database, "ALTER TABLE ward " + other));
                    }
                }
            }
            assertEquals(List.of("ok"), lines(database, "PRAGMA integrity_check"));
        }
        assertEquals(String.join("\n", said), String.join("\n", done));
        assertTrue(said.size() > 30, said.size() + " actions");
    }

    /** A plain {@code ADD COLUMN} is given to SQLite as it stands, which is native too. */
    private static String ways(List<TableChange> changes) {
        return changes.isEmpty() ? "native" : changes.stream().map(it -> it.way().words())
                .collect(Collectors.joining(", "));
    }

    @Test
    void eachValueBecomesWhatItsLineSays() throws SQLException {
        var said = new ArrayList<String>();
        var done = new ArrayList<String>();
        for (var row : page.rows()) {
            if (row.size() == 3 && (row.get(2).equals("refused") || row.get(0).matches("`('.*'|[\\d.]+|x'.*')`"))) {
                said.add(String.join(" ", row.get(0), row.get(1), row.get(2)));
                done.add(String.join(" ", row.get(0), row.get(1), becomes(span(row.get(0)), span(row.get(1)))));
            }
        }
        assertEquals(String.join("\n", said), String.join("\n", done));
        assertTrue(said.size() > 10, said.size() + " values");
    }

    private String becomes(String value, String type) throws SQLException {
        try (var database = open("values.db", """
                DROP TABLE IF EXISTS t;
                CREATE TABLE t (id INTEGER PRIMARY KEY, v);
                INSERT INTO t (v) VALUES (%s);""".formatted(value))) {
            run(database, "ALTER TABLE t ALTER COLUMN v TYPE " + type);
            return "`" + lines(database, "SELECT quote(v) FROM t").get(0) + "`";
        } catch (MigrateException e) {
            assertEquals(ErrorKind.HAZARD, e.kind(), e.getMessage());
            return "refused";
        }
    }

    @Test
    void whatOthersLoseStays() throws SQLException {
        var changes = List.of(
                List.of("ward", "beds INT", "beds BIGINT", "ALTER COLUMN beds TYPE BIGINT"),
                List.of("ward", "beds INT", "beds TEXT", "ALTER COLUMN beds TYPE TEXT"),
                List.of("patient", "code TEXT", "code INTEGER", "ALTER COLUMN code TYPE INTEGER USING length(code)"),
                List.of("exact", "b TEXT", "b ANY", "ALTER COLUMN b TYPE ANY"),
                List.of("clustered", "b INT", "b BIGINT", "ALTER COLUMN b TYPE BIGINT"),
                List.of("clustered", "b INT", "b TEXT", "ALTER COLUMN b TYPE TEXT"));
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            try (var database = open(i + ".db", block("CREATE TABLE patient"))) {
                assertEquals(List.of("1"), lines(database, "PRAGMA foreign_keys"));
                var expected = state(database, change.get(0)).stream()
                        .map(it -> it.startsWith("CREATE TABLE " + change.get(0) + " ")
                                ? it.replace(change.get(1), change.get(2)) : it).toList();
                run(database, "ALTER TABLE " + change.get(0) + " " + change.get(3));
                assertEquals(expected, state(database, change.get(0)), change.get(3));
                assertEquals(List.of("ok"), lines(database, "PRAGMA integrity_check"));
            }
        }
    }

    @Test
    void whatOthersMakeOfAValueIsRefused() throws SQLException {
        try (var database = open("refused.db", block("CREATE TABLE patient"))) {
            var before = state(database, "exact");
            var refusal = assertThrows(MigrateException.class,
                    () -> run(database, "ALTER TABLE patient ALTER COLUMN code TYPE INTEGER"));
            assertEquals(ErrorKind.HAZARD, refusal.kind());
            assertTrue(refusal.getMessage().endsWith("\n    rowid 5: '000123'\n    rowid 8: 'x2'"),
                    refusal.getMessage());
            assertEquals(before, state(database, "exact"));
        }
    }

    /** {@return all there is, but for the values of the column that is changed} */
    private static List<String> state(Database database, String changed) throws SQLException {
        var state = new ArrayList<>(lines(database, "SELECT coalesce(sql, name) FROM sqlite_schema"));
        for (var query : List.of("SELECT rowid, typeof(name), name, %s FROM ward".formatted(
                        changed.equals("ward") ? "CAST(beds AS TEXT)" : "typeof(beds), beds"),
                "SELECT rowid, typeof(ward), ward, %s FROM patient".formatted(
                        changed.equals("patient") ? "1" : "typeof(code), code"),
                "SELECT rowid, typeof(a), a, typeof(b), b FROM exact",
                "SELECT a, CAST(b AS TEXT) FROM clustered", "SELECT * FROM wards", "SELECT * FROM sqlite_sequence",
                "SELECT * FROM sqlite_stat1", "SELECT * FROM pragma_foreign_key_list('patient')",
                "SELECT * FROM pragma_index_xinfo('ward_beds')")) {
            state.addAll(lines(database, query));
        }
        return state;
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var gone = new TreeSet<String>();
        int named = 0;
        for (var span : page.spans()) {
            var test = TEST.matcher(span);
            if (test.matches()) {
                named++;
                if (!source(test.group(1)).contains("void " + test.group(2) + "(")) {
                    gone.add(span);
                }
            }
            if (SCHEMA.matcher(span).matches() && !Files.exists(Path.of("tests/alter/torture", span + ".sql"))) {
                gone.add(span);
            }
        }
        assertEquals("[]", gone.toString());
        assertTrue(named > 10, named + " tests");
    }

    @Test
    void everyLineOfTheComparisonNamesATest() {
        var bare = new ArrayList<String>();
        int lines = 0;
        for (var row : page.rows()) {
            if (row.size() == 3 && row.get(1).matches(".*(Alembic|Liquibase|Django|TypeORM|sqlite-utils|all five).*")) {
                lines++;
                if (spans(row.get(2)).noneMatch(it -> TEST.matcher(it).matches() || SCHEMA.matcher(it).matches())) {
                    bare.add(row.get(0));
                }
            }
        }
        assertEquals("[]", bare.toString());
        assertTrue(lines > 10, lines + " lines");
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("tests"))) {
            var file = files.filter(it -> it.endsWith(test + ".java")).findFirst();
            return file.isPresent() ? Files.readString(file.get()) : "";
        }
    }

    /** {@return the block of SQL that has these words in it} */
    private String block(String words) {
        return page.fences("sql").stream().map(it -> String.join("\n", it.lines())).filter(it -> it.contains(words))
                .findFirst().orElseThrow();
    }

    private static String span(String cell) {
        return spans(cell).findFirst().orElseThrow();
    }

    private static Stream<String> spans(String cell) {
        return SPAN.matcher(cell).results().map(it -> it.group(1));
    }

    private Database open(String name, String sql) throws SQLException {
        var url = DatabaseUrl.parse("jdbc:sqlite:" + folder.resolve(name), folder);
        var database = new SqliteDialect().open(url, new Access(Duration.ofSeconds(5), true, holders -> { }));
        for (var statement : Statements.of(sql, database.dialect().syntax())) {
            database.run(statement, Set.of());
        }
        return database;
    }

    private static List<TableChange> run(Database database, String sql) throws SQLException {
        database.begin();
        try {
            var changes = database.run(Statements.of(sql, database.dialect().syntax()).get(0), Set.of());
            database.commit();
            return changes;
        } catch (MigrateException e) {
            database.rollback();
            throw e;
        }
    }

    private static List<String> lines(Database database, String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = database.connection().createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                lines.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return lines;
    }
}
