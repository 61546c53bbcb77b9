package tests.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Way;
import restrack.database.mariadb.MariaDialect;
import restrack.database.mariadb.MariaSyntax;
import restrack.sql.Statements;
import tests.Project;
import tests.Result;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** ALTER TABLE in the form of the standard and of PostgreSQL, on MariaDB. */
class PortableAlterTest {
    private static final String WARD = """
            CREATE TABLE ward (
                id int NOT NULL AUTO_INCREMENT COMMENT 'its number, on the door',
                code varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'a,b' COMMENT 'it''s; \\\\n',
                name varchar(50) DEFAULT NULL COMMENT 'NOT NULL DEFAULT 1',
                beds int unsigned NOT NULL DEFAULT 2 CHECK (beds > 0),
                area decimal(10,2) DEFAULT (1.5 + 2),
                state enum('open','not null','a'')') NOT NULL DEFAULT 'not null',
                changed timestamp(3) NOT NULL DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3),
                seen timestamp NULL DEFAULT NULL,
                note text COMPRESSED DEFAULT NULL,
                hidden int INVISIBLE DEFAULT 7 COMMENT 'x',
                places int GENERATED ALWAYS AS (beds + 2) STORED COMMENT 'y',
                half int AS (beds / 2) VIRTUAL,
                head int DEFAULT NULL,
                PRIMARY KEY (id),
                UNIQUE KEY ward_code (code),
                UNIQUE KEY two (name, beds),
                KEY part (name(10)),
                CONSTRAINT roomy CHECK (area >= 0),
                CONSTRAINT headed FOREIGN KEY (head) REFERENCES staff (id) ON DELETE SET NULL
            ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='all, of them'
            """;

    private static TestDatabase database;
    @TempDir
    private Path folder;
    private Project project;

    @BeforeAll
    static void connect() {
        database = Server.MARIADB.database();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void createTables() {
        database.execute("DROP TABLE IF EXISTS migrate_journal, migrate_revision, migrate_event, migrate_layout, "
                + "migrate_repeatable, ward, room, staff",
                "CREATE TABLE staff (id int PRIMARY KEY, name varchar(20))", WARD,
                "INSERT INTO staff VALUES (1, 'Ada')",
                "INSERT INTO ward (code, name, beds, area, head) VALUES ('n', 'North', 3, 80.5, 1), "
                        + "('s', 'South', 4, 120, NULL), ('7', '007', 5, 9, NULL)");
        project = new Project(folder).on(database);
    }

    private Result alter(String actions, String... options) {
        project.script("a", "", "ALTER TABLE ward " + actions + ";", "");
        var arguments = new ArrayList<>(List.of("upgrade"));
        arguments.addAll(Arrays.asList(options));
        return project.migrate(arguments.toArray(String[]::new));
    }

    private static List<String> show() {
        var text = database.query("SHOW CREATE TABLE ward").get(0);
        return text.substring(text.indexOf('|') + 1).lines().map(it -> it.strip().replaceFirst(",$", ""))
                .map(it -> it.replaceFirst(" AUTO_INCREMENT=\\d+", "")).toList();
    }

    /** Lines of SHOW CREATE TABLE: those that go, and those that come, with | for none. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', nullValues = "", value = {
        "ALTER COLUMN code TYPE VARCHAR(320) # `code` varchar(20) # `code` varchar(320)",
        "ALTER code SET DATA TYPE char(30) # `code` varchar(20) # `code` char(30)",
        "ALTER COLUMN id TYPE BIGINT # `id` int(11) # `id` bigint(20)",
        "ALTER COLUMN name SET NOT NULL # varchar(50) DEFAULT NULL # varchar(50) NOT NULL",
        "ALTER COLUMN code DROP NOT NULL # latin1_bin NOT NULL # latin1_bin",
        "ALTER COLUMN changed DROP NOT NULL # timestamp(3) NOT NULL # timestamp(3) NULL",
        "ALTER COLUMN changed TYPE TIMESTAMP(6) # timestamp(3) NOT NULL DEFAULT current_timestamp(3) ON UPDATE "
            + "current_timestamp(3) # timestamp(6) NOT NULL DEFAULT current_timestamp(6) ON UPDATE "
            + "current_timestamp(6)",
        "ALTER COLUMN beds TYPE BIGINT UNSIGNED # `beds` int(10) # `beds` bigint(20)",
        "ALTER COLUMN beds SET DEFAULT 4 # DEFAULT 2 # DEFAULT 4",
        "ALTER COLUMN beds DROP DEFAULT # unsigned NOT NULL DEFAULT 2 # unsigned NOT NULL",
        "ALTER COLUMN hidden DROP DEFAULT # DEFAULT 7 # DEFAULT NULL",
        "ALTER COLUMN area SET DEFAULT (2 * 3) # (1.5 + 2) # (2 * 3)",
        "ALTER COLUMN area SET NOT NULL # decimal(10,2) DEFAULT # decimal(10,2) NOT NULL DEFAULT",
        "ALTER COLUMN state SET NOT NULL # # ",
        "ALTER COLUMN note TYPE longtext # `note` text # `note` longtext",
        "ALTER COLUMN name TYPE VARCHAR(50) COLLATE utf8mb4_bin # `name` varchar(50) # "
            + "`name` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "ALTER COLUMN places DROP EXPRESSION # GENERATED ALWAYS AS (`beds` + 2) STORED # DEFAULT NULL",
        "ALTER COLUMN half SET EXPRESSION AS (beds / 4) # (`beds` / 2) VIRTUAL # (`beds` / 4) VIRTUAL",
        "ALTER COLUMN id DROP IDENTITY # int(11) NOT NULL AUTO_INCREMENT # int(11) NOT NULL",
        "RENAME hidden TO secret # `hidden` # `secret`",
        "RENAME COLUMN hidden TO secret, ALTER COLUMN secret TYPE BIGINT # `hidden` int(11) # `secret` bigint(20)",
        "RENAME CONSTRAINT roomy TO large # `roomy` # `large`",
        "RENAME CONSTRAINT headed TO led # `headed` # `led`",
        "RENAME CONSTRAINT two TO pair # KEY `two` # KEY `pair`",
        "DROP CONSTRAINT roomy # CONSTRAINT `roomy` CHECK (`area` >= 0) # ",
        "DROP CONSTRAINT ward_beds_check # DEFAULT 2 CHECK (`beds` > 0) # DEFAULT 2",
        "DROP CONSTRAINT ward_code_key # UNIQUE KEY `ward_code` (`code`) # ",
        "DROP CONSTRAINT ward_head_fkey CASCADE # CONSTRAINT `headed` FOREIGN KEY (`head`) REFERENCES `staff` (`id`) "
            + "ON DELETE SET NULL # ",
        "ADD CONSTRAINT named CHECK (beds < 99) # # CONSTRAINT `named` CHECK (`beds` < 99)",
        "ADD CONSTRAINT once UNIQUE (name, head) # # UNIQUE KEY `once` (`name`,`head`)",
        "ALTER COLUMN head TYPE INT, ADD COLUMN floor INT # # `floor` int(11) DEFAULT NULL",
        "SET AUTOINCREMENT # # "
    })
    void everythingElseOfTheTableStays(String actions, String goes, String comes) {
        var before = new ArrayList<>(show());

        var result = alter(actions);

        assertEquals(0, result.exitCode(), result.err());
        var after = new ArrayList<>(show());
        if (goes != null) {
            int line = indexOf(before, goes.strip());
            if (comes == null) {
                before.remove(line);
            } else {
                before.replaceAll(it -> it.replace(goes.strip(), comes.strip()));
            }
        } else if (comes != null) {
            after.remove(indexOf(after, comes.strip()));
        }
        // A constraint that has another name is shown at another place.
        assertEquals(before.stream().sorted().toList(), after.stream().sorted().toList());
        assertEquals(List.of("3|12|n,s,7"), database.query("SELECT count(*), sum(beds), group_concat(code ORDER BY id) "
                + "FROM ward"));
    }

    private static int indexOf(List<String> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " is in none of " + lines);
    }

    @Test
    void severalActionsAreOneStatement() {
        var result = alter("ALTER COLUMN name TYPE VARCHAR(60), ALTER COLUMN name SET NOT NULL, "
                + "ALTER COLUMN name SET DEFAULT 'x', RENAME COLUMN name TO title, DROP CONSTRAINT two, "
                + "ADD CONSTRAINT big CHECK (beds < 1000), DROP COLUMN half", "--allow", "drop-data");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(show().contains("`title` varchar(60) NOT NULL DEFAULT 'x' COMMENT 'NOT NULL DEFAULT 1'"),
                show().toString());
    }

    @Test
    void thePrimaryKeyGoesByPostgresNameToo() {
        database.execute("CREATE TABLE room (id int, name varchar(9), PRIMARY KEY (id))");
        project.script("a", "", "ALTER TABLE room DROP CONSTRAINT room_pkey, ADD PRIMARY KEY (name, id);\n"
                + "ALTER TABLE room REORDER COLUMNS (name, id);", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("name|1", "id|2"), database.query("SELECT column_name, ordinal_position FROM "
                + "information_schema.columns WHERE table_name = 'room' AND table_schema = database() ORDER BY 2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "ALTER COLUMN name TYPE INTEGER # id 1: 'North' # change-data",
        "ALTER COLUMN name TYPE INTEGER # id 3: '007' # change-data",
        "ALTER COLUMN name TYPE VARCHAR(4) # id 2: 'South' # change-data",
        "ALTER COLUMN area TYPE INT # id 1: '80.50' # change-data",
        "ALTER COLUMN area TYPE DECIMAL(4, 2) # id 2: '120.00' # change-data",
        "ALTER COLUMN changed TYPE DATE # id 1: # change-data",
        "ALTER COLUMN name TYPE ENUM('North', '007') # id 2: 'South' # change-data",
        "ALTER COLUMN name TYPE JSON # id 1: 'North' # change-data",
        "ALTER COLUMN name TYPE SMALLINT UNSIGNED # id 1: 'North' # change-data",
        "ALTER COLUMN beds TYPE VARCHAR(0) # id 1: '3' # change-data",
        "ALTER COLUMN name TYPE DATE # id 1: 'North' # change-data",
        "ALTER COLUMN head SET NOT NULL # id 2 # UPDATE ward SET head",
        "ADD CONSTRAINT few CHECK (beds < 4) # id 2 # Mend",
        "ADD CONSTRAINT free UNIQUE (state) # state not null: 3 rows # Merge",
        "ADD FOREIGN KEY (beds) REFERENCES staff (id) # beds 3 # Insert",
        "ALTER COLUMN name ADD GENERATED ALWAYS AS (code) STORED # id 1: 'North' # change-data"
    })
    void rowsInTheWayAreShownAndNothingIsDone(String actions, String row, String hint) {
        var before = show();

        var result = alter(actions);

        assertEquals(4, result.exitCode(), result.err());
        assertTrue(result.err().contains(row) && result.err().contains(hint), result.err());
        assertEquals(before, show());
        assertEquals("", project.migrate("current").out());
    }

    @Test
    void whatIsAcceptedBecomesWhatMariaDbMakesOfIt() {
        var result = alter("ALTER COLUMN name TYPE INTEGER", "--allow", "change-data");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("0", "0", "7"), database.query("SELECT name FROM ward ORDER BY id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET STRICT", "DROP WITHOUT ROWID", "ALTER COLUMN name TYPE INT USING length(name)",
        "ALTER COLUMN name TYPE INT NOT NULL", "ALTER COLUMN absent TYPE INT", "RENAME CONSTRAINT absent TO x"})
    void whatCannotBeSaidIsRefused(String actions) {
        var before = show();

        var result = alter(actions);

        assertEquals(4, result.exitCode(), result.err());
        assertTrue(result.err().contains("Hint:"), result.err());
        assertEquals(before, show());
    }

    @Test
    void aTableThatNeedNotBeThereIsNoError() {
        project.script("a", "", "ALTER TABLE IF EXISTS absent ALTER COLUMN x TYPE INT;", "");

        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void theWayIsSaidBeforehand() {
        assertEquals(Way.REBUILD, way("ALTER TABLE ward ALTER COLUMN id TYPE BIGINT"));
        assertEquals(Way.REBUILD, way("ALTER TABLE ward ALTER COLUMN name SET NOT NULL"));
        assertEquals(Way.IN_PLACE, way("ALTER TABLE staff ALTER COLUMN name TYPE VARCHAR(30)"));
        assertEquals(Way.REBUILD, way("ALTER TABLE staff ALTER COLUMN name TYPE VARCHAR(300)"));
        assertEquals(Way.IN_PLACE, way("ALTER TABLE ward ALTER COLUMN beds DROP DEFAULT"));
        assertEquals(Way.NATIVE, way("ALTER TABLE ward ADD CONSTRAINT x CHECK (beds > 0)"));
    }

    private static Way way(String sql) {
        var url = DatabaseUrl.parse(database.url(), Path.of(""));
        try (var open = new MariaDialect().open(url, new Access(Duration.ofSeconds(5), true, holders -> { }))) {
            return open.changes(Statements.of(sql, MariaSyntax.SYNTAX).get(0)).get(0).way();
        }
    }

    @Test
    void whatIsInPlaceIsInPlaceForInnoDbToo() {
        for (var action : List.of("ALTER COLUMN code TYPE VARCHAR(50)", "ALTER COLUMN beds SET DEFAULT 5",
                "RENAME CONSTRAINT two TO pair", "DROP CONSTRAINT ward_beds_check")) {
            var url = DatabaseUrl.parse(database.url(), Path.of(""));
            try (var open = new MariaDialect().open(url, new Access(Duration.ofSeconds(5), true, holders -> { }))) {
                var statement = Statements.of("ALTER TABLE ward " + action, MariaSyntax.SYNTAX).get(0);
                var change = open.changes(statement).get(0);
                assertEquals(Way.IN_PLACE, change.way(), action);
                database.execute(change.statements().get(0) + ", ALGORITHM=NOCOPY");
            }
        }
    }

    @Test
    void javaMigrationsSayTheSame() {
        project.file("a.java", """
                // revision: a
                // revises:
                class Alter implements Migration {
                    public void up(Op op) {
                        op.alterTable("ward", ward -> ward.alterColumn("code").type("VARCHAR(40)").setDefault("'z'")
                                .dropConstraint("roomy").addCheck("few", "beds < 100"));
                    }
                    public void down(Op op) {
                    }
                }
                """);

        project.migrate("upgrade");

        assertTrue(show().contains("`code` varchar(40) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'z' "
                + "COMMENT 'it''s; \\\\n'"), show().toString());
        assertTrue(show().contains("CONSTRAINT `few` CHECK (`beds` < 100)"), show().toString());
    }

    @Test
    void rowsInTheWayOfALaterScriptAreSeenBeforeTheFirstOneRuns() {
        project.script("a", "", "CREATE TABLE room (id int PRIMARY KEY);\nINSERT INTO room VALUES (1);", "");
        project.script("b", "a", "ALTER TABLE ward ALTER COLUMN head SET NOT NULL;", "");

        var refused = project.migrate("upgrade", "--json");

        assertEquals("rows_in_the_way", refused.errorKind());
        assertEquals(List.of(), database.query("SHOW TABLES LIKE 'room'"));
    }
}
