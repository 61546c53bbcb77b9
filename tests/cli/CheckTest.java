package tests.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tests.Project;

/** {@code migrate check}, with models and without. */
class CheckTest {
    private static final String FOUND = "models  Models and database are apart (`revision --autogenerate -m MSG` "
            + "drafts a script):\n";

    @TempDir
    Path folder;

    /** {@return a database of this schema, and models of another one} */
    private Project project(String schema, String models) {
        var project = new Project(folder).script("one", "", schema, "SELECT 1;").file("/models/models.sql", models);
        assertEquals(0, project.migrate("upgrade").exitCode());
        return project;
    }

    private static String found(Project project) {
        var result = project.migrate("check");
        assertEquals(3, result.exitCode(), result.out());
        assertTrue(result.out().startsWith(FOUND), result.out());
        return result.out().substring(FOUND.length());
    }

    private static void assertNothingFound(Project project) {
        var result = project.migrate("check");
        assertEquals("Nothing found.\n", result.out(), result.err());
        assertEquals(0, result.exitCode());
        assertEquals("{\"findings\":[]}\n", project.migrate("check", "--json").out());
    }

    @Test
    void aFreshResTrackIsWhatItsModelsSay() throws IOException {
        var project = new Project(folder);
        for (var part : List.of("migrations", "models")) {
            try (Stream<Path> files = Files.list(Path.of(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    project.file("/" + part + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertNothingFound(project);
        project.execute("ALTER TABLE user DROP COLUMN must_change_password");
        assertEquals("    + column user.must_change_password: BOOLEAN NOT NULL DEFAULT TRUE\n", found(project));
    }

    @Test
    void differencesAreListed() throws IOException {
        var project = project("""
                CREATE TABLE ward (id INTEGER PRIMARY KEY, beds INT DEFAULT 2, CHECK (beds > 0));
                CREATE TABLE old (a INT, b INT);
                CREATE INDEX ward_beds ON ward (beds);
                """, """
                CREATE TABLE ward (id INTEGER PRIMARY KEY AUTOINCREMENT, beds BIGINT NOT NULL DEFAULT 3, name TEXT);
                CREATE INDEX ward_beds ON ward (beds DESC);
                CREATE VIEW large AS SELECT id FROM ward WHERE beds > 10;
                """);
        var before = Files.readAllBytes(project.database());

        assertEquals("""
                    - table old: 2 columns
                    + column ward.name: TEXT
                    ~ nullability ward.beds: NULL -> NOT NULL
                    ~ default ward.beds: 2 -> 3
                    - check ward.ward_beds_check: CHECK (beds > 0)
                    ~ index ward_beds: ON ward (beds) -> ON ward (beds DESC)
                    + option ward: AUTOINCREMENT
                    + view large
                """.lines().sorted().toList(), found(project).lines()
                .filter(it -> !it.contains(" type ")).sorted().toList());

        var finding = project.migrate("check", "--json").json().getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals("models", finding.get("kind").getAsString());
        assertTrue(finding.getAsJsonArray("subjects").toString().contains("\"ward.name\""), finding.toString());
        assertTrue(finding.getAsJsonArray("differences").toString().contains("{\"sign\":\"~\",\"subject\":\"default\","
                + "\"object\":\"ward.beds\",\"from\":\"2\",\"to\":\"3\"}"), finding.toString());
        assertArrayEquals(before, Files.readAllBytes(project.database()), "check writes nothing");
    }

    @Test
    void modelsAreComparedOnceNoScriptIsPending() {
        var project = Projects.chain(folder).file("/models/models.sql", "CREATE TABLE one (n INTEGER);");
        var pending = project.migrate("check");
        assertEquals(3, pending.exitCode());
        assertEquals("pending  `migrate upgrade` would apply: one, two, three.\n", pending.out());
        assertFalse(Files.exists(project.database()));

        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals("    - table two: 1 column\n    - table three: 1 column\n".lines().sorted().toList(),
                found(project).lines().sorted().toList());
    }

    @Test
    void severalHeadsAndEditsAreFoundBesideTheModels() {
        var project = Projects.fork(folder).file("/models/models.sql", "CREATE TABLE root (n INTEGER);");
        assertEquals(0, project.migrate("upgrade", "heads").exitCode());
        project.script("left", "root", "CREATE TABLE l (n INTEGER, m INTEGER);", "DROP TABLE l;");

        var findings = project.migrate("check", "--json").json().getAsJsonArray("findings").asList().stream()
                .map(it -> it.getAsJsonObject().get("kind").getAsString()).toList();

        assertEquals(List.of("multiple_heads", "edited", "models"), findings);
    }

    @Test
    void withoutModelsOnlyScriptsAreLookedAt() {
        var project = Projects.chain(folder);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertNothingFound(project);
        assertEquals("There are no models; only the scripts were looked at.", project.migrate("check").err().strip());
    }

    @Test
    void modelsOfANewProjectAreAllMissing() {
        var project = new Project(folder).file("migrate.properties", "")
                .file("/models/models.sql", "CREATE TABLE t (a INT);");
        assertEquals("    + table t: 1 column\n", found(project));
        assertFalse(Files.exists(project.database()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table:audit*, trigger, default     | CREATE TABLE t (a INT, b TEXT, c TEXT)
            table:audit_log, trigger:t*, default:t.a | CREATE TABLE t (a INT, b TEXT, c TEXT)
            table, trigger, column:t.a         | CREATE TABLE t (a TEXT NOT NULL, b TEXT, c TEXT)
            table, trigger, default, column:c  | CREATE TABLE t (a INT, b TEXT)
            TABLE, Trigger, default, index:i_* | CREATE TABLE t (a INT, b TEXT, c TEXT); CREATE INDEX i_x ON t (a)
            """)
    void whatIsIgnoredIsNeitherMissingNorTooMuch(String ignored, String models) {
        var project = project("""
                CREATE TABLE t (a INT DEFAULT 1, b TEXT, c TEXT);
                CREATE TABLE audit_log (a INT);
                CREATE TRIGGER t_log AFTER INSERT ON t BEGIN INSERT INTO audit_log VALUES (new.a); END;
                """, models);
        found(project);
        project.file("migrate.properties", "autogenerate.ignore = " + ignored + "\n");
        assertNothingFound(project);
        assertTrue(project.revision("--autogenerate", "-m", "x").out().startsWith("Nothing to do"));
    }

    @Test
    void whatNamesNothingCannotBeIgnored() {
        var project = project("CREATE TABLE t (a INT);", "CREATE TABLE t (a INT);")
                .file("migrate.properties", "autogenerate.ignore = tables\n");
        assertEquals("bad_setting", project.migrate("check", "--json").errorKind());
    }

    @Test
    void whatRepeatableScriptsCreateIsNotDropped() {
        var project = new Project(folder)
                .script("one", "", "CREATE TABLE t (a INT); CREATE VIEW other AS SELECT 1;", "DROP TABLE t;")
                .file("repeatable/views.sql", """
                        DROP VIEW IF EXISTS v;
                        CREATE VIEW v AS SELECT a FROM t;
                        DROP TRIGGER IF EXISTS r;
                        CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END;
                        """)
                .file("/models/models.sql", "CREATE TABLE t (a INT);");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals("    - view other\n", found(project));
    }

    @Test
    void aChangeBeneathARepeatableViewKeepsIt() {
        var project = new Project(folder)
                .script("one", "", "CREATE TABLE t (a INT, b INT);", "DROP TABLE t;")
                .file("repeatable/views.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT a FROM t;")
                .file("/models/models.sql", "CREATE TABLE t (a TEXT, b INT NOT NULL CHECK (b > 0));");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(0, project.revision("--autogenerate", "-m", "x").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertNothingFound(project);
        assertEquals(List.of("v"), project.query("SELECT name FROM sqlite_schema WHERE type = 'view'"));
    }

    @Test
    void historiesOfOtherToolsStay() {
        var project = project("""
                CREATE TABLE t (a INT);
                CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
                CREATE TABLE flyway_schema_history (installed_rank INT);
                CREATE TABLE django_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT);
                """, "CREATE TABLE t (a INT);");
        assertNothingFound(project);
    }

    @Test
    void theToolkitsOwnTablesStayWhateverTheyAreCalled() {
        var project = new Project(folder).file("migrate.properties", "table-prefix = our_\n")
                .script("one", "", "CREATE TABLE t (a INT);", "DROP TABLE t;")
                .file("/models/models.sql", "CREATE TABLE t (a INT);");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("our_event"), project.query("SELECT name FROM sqlite_schema WHERE name LIKE '%_event' "
                + "AND type = 'table'"));
        assertNothingFound(project);
    }

    @Test
    void anotherOrderOfColumnsIsOnlyTold() {
        var project = project("CREATE TABLE t (a INT, b TEXT);", "CREATE TABLE t (b TEXT, a INT);");
        assertNothingFound(project);
        assertEquals("= order t: a, b -> b, a\n", project.migrate("check").err());
        assertEquals("", project.migrate("check", "-q").err());
    }

    @Test
    void aTableOfAnotherSpellingIsTheSame() {
        var project = project("""
                CREATE TABLE user (id INTEGER NOT NULL, name VARCHAR NOT NULL, active BOOLEAN DEFAULT 1 NOT NULL,
                    PRIMARY KEY (id));
                """, """
                create table "user" (id integer primary key, [name] VARCHAR not null,
                    active BOOLEAN NOT NULL DEFAULT TRUE);
                """);
        assertNothingFound(project);
    }
}
