package tests.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;
import restrack.database.Traces.Verdict;
import restrack.sql.Statement;
import restrack.sql.Statements;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Whether a statement has happened is told from what it is about: before it, behind it, and when others were there. */
class TracesTest {
    private TestDatabase server;
    private Database database;

    @BeforeEach
    void open() {
        server = Server.MARIADB.database();
        server.execute("CREATE TABLE ward (id INTEGER AUTO_INCREMENT PRIMARY KEY, "
                + "name VARCHAR(50) NOT NULL COMMENT 'a''b')",
                "CREATE TABLE bed (id INTEGER PRIMARY KEY, ward INTEGER, FOREIGN KEY (ward) REFERENCES ward (id))",
                "INSERT INTO ward (name) VALUES ('West'), ('East')",
                "CREATE VIEW wards AS SELECT id, name FROM ward",
                "CREATE SEQUENCE numbers START WITH 5",
                "CREATE TRIGGER named BEFORE INSERT ON ward FOR EACH ROW SET NEW.name = trim(NEW.name)",
                "CREATE PROCEDURE look() SELECT 1",
                "CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER DETERMINISTIC RETURN 2 * n",
                "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1",
                "CREATE INDEX by_name ON ward (name)");
        var url = DatabaseUrl.parse(server.url(), Path.of(""));
        database = Databases.dialect(url).open(url, new Access(Duration.ofSeconds(5), true, who -> { }));
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
            server.close();
        }
    }

    private Statement statement(String sql) {
        return Statements.of(sql, database.dialect().syntax()).get(0);
    }

    private Verdict verdict(Statement statement, String before) throws SQLException {
        return database.traces().verdict(statement, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE drug (id INTEGER PRIMARY KEY, name VARCHAR(20) DEFAULT 'x', CHECK (id > 0))",
        "CREATE TABLE drug LIKE ward",
        "CREATE TABLE `odd ``name` (`a b` INTEGER)",
        "CREATE TABLE visit (id INTEGER PRIMARY KEY, ward INTEGER, FOREIGN KEY (ward) REFERENCES ward (id))",
        "ALTER TABLE ward ADD COLUMN beds INTEGER NOT NULL DEFAULT 0, ADD UNIQUE (beds, id)",
        "ALTER TABLE ward MODIFY name VARCHAR(60) NOT NULL COMMENT 'a''b'",
        "ALTER TABLE ward DROP INDEX by_name",
        "ALTER TABLE ward COMMENT = 'of the house'",
        "ALTER TABLE ward RENAME TO station",
        "ALTER TABLE ward ADD COLUMN part_of INTEGER, ADD CONSTRAINT own FOREIGN KEY (part_of) REFERENCES ward (id)",
        "RENAME TABLE ward TO station, bed TO place",
        "DROP TABLE bed",
        "DROP TABLE IF EXISTS bed, ward",
        "CREATE INDEX other ON ward (name, id)",
        "DROP INDEX by_name ON ward",
        "CREATE VIEW free AS SELECT w.name, count(*) AS n FROM ward w JOIN bed b ON b.ward = w.id GROUP BY w.name",
        "CREATE OR REPLACE VIEW wards AS SELECT id FROM ward",
        "ALTER VIEW wards AS SELECT name FROM ward",
        "DROP VIEW wards",
        "CREATE TRIGGER checked BEFORE UPDATE ON ward FOR EACH ROW FOLLOWS named SET NEW.name = trim(NEW.name)",
        "CREATE TRIGGER checked BEFORE UPDATE ON ward FOR EACH ROW SET NEW.name = trim(NEW.name)",
        "CREATE OR REPLACE TRIGGER named BEFORE INSERT ON ward FOR EACH ROW SET NEW.name = upper(NEW.name)",
        "DROP TRIGGER named",
        "CREATE PROCEDURE see() SELECT 2",
        "CREATE OR REPLACE PROCEDURE look() SELECT 2",
        "DROP PROCEDURE look",
        "CREATE FUNCTION thrice(n INTEGER) RETURNS INTEGER DETERMINISTIC RETURN 3 * n",
        "DROP FUNCTION twice",
        "DROP EVENT nightly",
        "CREATE SEQUENCE others INCREMENT BY 3",
        "ALTER SEQUENCE numbers INCREMENT BY 10",
        "DROP SEQUENCE numbers",
    })
    void itIsKnownBeforeAndBehindIt(String sql) throws SQLException {
        if (sql.contains("FOLLOWS")) {
            server.execute("CREATE OR REPLACE TRIGGER named BEFORE UPDATE ON ward FOR EACH ROW "
                    + "SET NEW.name = trim(NEW.name)");
        }
        var statement = statement(sql);
        var before = database.traces().before(statement);
        assertEquals(Verdict.NOT_DONE, verdict(statement, before));
        server.execute("SET STATEMENT foreign_key_checks = 0 FOR INSERT INTO bed VALUES (1, 1)");
        assertEquals(Verdict.NOT_DONE, verdict(statement, before), "A row is no change.");

        server.execute("SET foreign_key_checks = 0", sql);

        assertEquals(Verdict.DONE, verdict(statement, before), () -> difference(statement, before));
        assertEquals(List.of(), scratches());
    }

    private String difference(Statement statement, String before) {
        try {
            return database.traces().difference(statement, before) + "\n" + before;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> scratches() {
        return server.query("SHOW DATABASES LIKE 'migrate\\_scratch\\_%'");
    }

    @Test
    void whatSomebodyElseHasChangedIsUnclear() throws SQLException {
        var unclear = Map.of(
                "ALTER TABLE ward ADD COLUMN beds INTEGER", "ALTER TABLE ward ADD COLUMN nurses INTEGER",
                "CREATE TABLE drug (id INTEGER)", "CREATE TABLE drug (id BIGINT)",
                "DROP TABLE wards, numbers", "DROP VIEW wards",
                "CREATE OR REPLACE VIEW wards AS SELECT id FROM ward",
                "CREATE OR REPLACE VIEW wards AS SELECT name FROM ward");
        for (var entry : unclear.entrySet()) {
            var statement = statement(entry.getKey());
            var before = database.traces().before(statement);
            server.execute(entry.getValue());
            assertEquals(Verdict.UNCLEAR, verdict(statement, before), entry.getKey());
            assertTrue(!difference(statement, before).isEmpty());
        }
        assertEquals(List.of(), scratches());
    }

    @Test
    void bothChangesTogetherAreUnclear() throws SQLException {
        var statement = statement("ALTER TABLE ward ADD COLUMN beds INTEGER");
        var before = database.traces().before(statement);
        server.execute("ALTER TABLE ward ADD COLUMN nurses INTEGER", "ALTER TABLE ward ADD COLUMN beds INTEGER");
        assertEquals(Verdict.UNCLEAR, verdict(statement, before));
        assertTrue(database.traces().difference(statement, before)
                .contains("ward is neither as it was before nor as the statement makes it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "RENAME TABLE ward TO x, likeness TO ward, x TO likeness",
        "CREATE OR REPLACE TABLE likeness LIKE ward",
        "ALTER SEQUENCE numbers RESTART WITH 100",
    })
    void whatLeavesEverythingDefinedAlikeIsUnclear(String sql) throws SQLException {
        server.execute("CREATE TABLE likeness LIKE ward");
        var statement = statement(sql);
        var before = database.traces().before(statement);
        assertEquals(Verdict.UNCLEAR, verdict(statement, before));
    }

    @Test
    void rowsThatAreSelectedCannotBeSeen() throws SQLException {
        var statement = statement("CREATE TABLE copied AS SELECT * FROM ward");
        var before = database.traces().before(statement);
        assertEquals(Verdict.NOT_DONE, verdict(statement, before));
        server.execute("CREATE TABLE copied AS SELECT * FROM ward");
        assertEquals(Verdict.UNCLEAR, verdict(statement, before));
    }

    @Test
    void namesWithTheDatabaseBeforeThemAreTriedElsewhere() throws SQLException {
        var statement = statement("ALTER TABLE " + server.name() + ".ward ADD COLUMN beds INTEGER");
        var before = database.traces().before(statement);
        server.execute(statement.text());
        assertEquals(Verdict.DONE, verdict(statement, before), () -> difference(statement, before));
        assertEquals(List.of("West|null", "East|null"), server.query("SELECT name, beds FROM ward ORDER BY id"));
    }

    @Test
    void anotherDatabaseIsLeftAlone() throws SQLException {
        try (var other = Server.MARIADB.database()) {
            other.execute("CREATE TABLE t (id INTEGER)");
            var statement = statement("ALTER TABLE " + other.name() + ".t ADD COLUMN n INTEGER");
            var before = database.traces().before(statement);
            other.execute("ALTER TABLE t ADD COLUMN n INTEGER");
            assertEquals(Verdict.UNCLEAR, verdict(statement, before));
            assertEquals(List.of("id", "n"), other.query("SELECT column_name FROM information_schema.columns WHERE "
                    + "table_schema = database() ORDER BY ordinal_position"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE ward ALTER COLUMN name TYPE VARCHAR(80)",
        "ALTER TABLE ward ALTER COLUMN name DROP NOT NULL",
        "CREATE TRIGGER cut BEFORE UPDATE ON ward FOR EACH ROW BEGIN SET NEW.name = trim(NEW.name); "
                + "IF NEW.name = '' THEN SET NEW.name = '-'; END IF; END",
    })
    void whatTheServerIsGivenCounts(String sql) throws SQLException {
        var statement = statement(sql);
        assumeTrue(statement.text().equals(sql) && (sql.startsWith("CREATE") || database.dialect()
                .mayNeedChanges(statement)), "The dialect does not know it.");
        var before = database.traces().before(statement);
        assertEquals(Verdict.NOT_DONE, verdict(statement, before));
        database.run(statement, Set.of());
        assertEquals(Verdict.DONE, verdict(statement, before), () -> difference(statement, before));
    }

    @Test
    void whatHasNoEffectIsRunAgain() throws SQLException {
        var statement = statement("CREATE TABLE IF NOT EXISTS ward (id INTEGER)");
        var before = database.traces().before(statement);
        server.execute(statement.text());
        assertEquals(Verdict.NOT_DONE, verdict(statement, before));
    }
}
