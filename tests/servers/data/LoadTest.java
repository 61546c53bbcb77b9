package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.servers.Server;

/** CSV files that become rows on servers. */
class LoadTest {
    private static final String CLASS = "tests.servers.data.Servers#all";

    @TempDir
    Path folder;

    private static void wards(Project project) {
        project.execute("CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(10) NOT NULL UNIQUE)");
        project.execute("CREATE TABLE bed (id INTEGER NOT NULL PRIMARY KEY, ward_id INTEGER NOT NULL, "
                + "neighbour INTEGER, FOREIGN KEY (ward_id) REFERENCES ward (id), "
                + "FOREIGN KEY (neighbour) REFERENCES bed (id))");
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void neitherTheOrderOfFilesNorThatOfRowsMatters(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.file("/csv/bed.csv", "id,ward_id,neighbour\n1,7,2\n2,7,1\n")
                    .file("/csv/ward.csv", "id,name\n7,West\n");

            var result = project.migrate("load", "csv/bed.csv", "csv/ward.csv");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("1|7|2", "2|7|1"), project.query("SELECT * FROM bed ORDER BY id"));
            assertEquals(List.of("load|csv/bed.csv|2", "load|csv/ward.csv|1"),
                    project.query("SELECT operation, subject, changed FROM migrate_event ORDER BY id"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void keysThatLeadNowhereAreNamedAndNothingIsLoaded(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.file("/csv/ward.csv", "id,name\n7,West\n").file("/csv/bed.csv", "id,ward_id\n1,7\n2,9\n");

            var result = project.migrate("load", "csv");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("bed, row 2: ward_id = 9 leads to no row of ward (id)."), result.err());
            assertEquals(List.of("0|0"),
                    project.query("SELECT (SELECT count(*) FROM ward), (SELECT count(*) FROM bed)"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void keysAreCheckedAgainAfterALoad(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.file("/csv/ward.csv", "id,name\n7,West\n").file("/csv/bed.csv", "id,ward_id\n1,7\n");
            assertEquals(0, project.migrate("load", "csv").exitCode());

            var result = project.migrate("run", "-e", "INSERT INTO bed (id, ward_id) VALUES (2, 9)");

            assertEquals(1, result.exitCode(), result.out());
            assertEquals(List.of("1"), project.query("SELECT id FROM bed"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void everyRowThatTheServerRefusesIsNamed(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.file("/ward.csv", "id,name\n1,West\n2,North by northwest\n3,South\n4,West\n5,East\n");

            var result = project.migrate("load", "ward.csv");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("ward.csv:3: "), result.err());
            assertTrue(result.err().contains("ward.csv:5: "), result.err());
            assertFalse(result.err().contains("ward.csv:4: ") || result.err().contains("ward.csv:6: "), result.err());
            assertEquals(List.of(), project.query("SELECT * FROM ward"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void rowsThatAreThereAreRefusedSkippedOrUpdated(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.execute("INSERT INTO ward VALUES (1, 'West'), (2, 'East')");
            project.file("/ward.csv", "id,name\n1,Sunset\n3,North\n");

            assertEquals(1, project.migrate("load", "ward.csv").exitCode());
            var skipped = project.migrate("load", "ward.csv", "--on-conflict", "skip");
            assertTrue(skipped.out().contains("1 row  ward.csv  (1 row skipped)"), skipped.out() + skipped.err());
            assertEquals(List.of("1|West", "2|East", "3|North"), project.query("SELECT * FROM ward ORDER BY id"));
            assertEquals(0, project.migrate("load", "ward.csv", "--on-conflict", "update").exitCode());
            assertEquals(List.of("1|Sunset", "2|East", "3|North"), project.query("SELECT * FROM ward ORDER BY id"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void anUpdateGoesByThePrimaryKeyAlone(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.execute("INSERT INTO ward VALUES (1, 'West'), (2, 'East')");
            project.file("/ward.csv", "id,name\n3,West\n");

            assertEquals(1, project.migrate("load", "ward.csv", "--on-conflict", "update").exitCode());
            assertEquals(List.of("1|West", "2|East"), project.query("SELECT * FROM ward ORDER BY id"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatCountsUpGoesOnBehindTheGreatestKey(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            database.execute(server == Server.POSTGRES
                    ? "CREATE TABLE item (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT)"
                    : "CREATE TABLE item (id INTEGER AUTO_INCREMENT PRIMARY KEY, name TEXT)");
            project.file("/item.csv", "id,name\n0,none\n41,a\n40,b\n");

            var result = project.migrate("load", "item.csv");
            assertEquals(0, result.exitCode(), result.err());
            project.execute("INSERT INTO item (name) VALUES ('next')");

            assertEquals(List.of("0|none", "40|b", "41|a", "42|next"), project.query("SELECT * FROM item ORDER BY id"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void valuesBecomeWhatTheirColumnsHold(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            boolean postgres = server == Server.POSTGRES;
            database.execute("CREATE TABLE result (id UUID PRIMARY KEY, ready BOOLEAN, value DECIMAL(10, 3), factor "
                    + (postgres ? "DOUBLE PRECISION" : "DOUBLE") + ", day DATE, at " + (postgres ? "TIMESTAMPTZ"
                    : "DATETIME(6)") + ", raw " + (postgres ? "BYTEA" : "BLOB") + ", notes "
                    + (postgres ? "JSONB" : "JSON") + ")");
            project.file("/result.csv", """
                    id,ready,value,factor,day,at,raw,notes
                    6f1c9a52-6c1e-4d1f-9d57-0d6c4ad1f001,true,12.345,1.5e3,2025-06-04,2025-06-04T09:31:45+02:00,0aff,"{""a"": 1}"
                    6f1c9a52-6c1e-4d1f-9d57-0d6c4ad1f002,0,,,,,,
                    """);

            var result = project.migrate("load", "result.csv");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("12.345|1500|2025-06-04|{\"a\": 1}", "null|null|null|null"), project.query(
                    "SELECT value, CAST(factor AS DECIMAL(6)), day, notes FROM result ORDER BY id"));
            assertEquals(List.of("1|0"), project.query("SELECT count(*), sum(CASE WHEN at = " + (postgres
                    ? "'2025-06-04 07:31:45Z'" : "'2025-06-04 07:31:45'") + " THEN 0 ELSE 1 END) FROM result "
                    + "WHERE ready AND value IS NOT NULL AND at IS NOT NULL"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aDryRunLeavesNothing(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.file("/ward.csv", "id,name\n1,West\n");

            assertEquals(0, project.migrate("load", "ward.csv", "--dry-run").exitCode());
            assertEquals(List.of(), project.query("SELECT * FROM ward"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void thousandsOfRowsAreOneTransaction(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            var rows = IntStream.range(0, 5000).mapToObj(i -> i + ",W" + i).collect(Collectors.joining("\n"));
            project.file("/ward.csv", "id,name\n" + rows + "\n5000,W17\n");

            var result = project.migrate("load", "ward.csv");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("ward.csv:5002: "), result.err());
            assertEquals(List.of("0"), project.query("SELECT count(*) FROM ward"));
            project.file("/ward.csv", "id,name\n" + rows + "\n");
            assertEquals(0, project.migrate("load", "ward.csv").exitCode());
            assertEquals(List.of("5000"), project.query("SELECT count(*) FROM ward"));
        }
    }

    @Test
    void keysOfPostgresCannotBeDeferredAfterwardsIfTheyCouldNotBefore() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            wards(project);
            project.file("/csv/ward.csv", "id,name\n7,West\n").file("/csv/bed.csv", "id,ward_id\n1,7\n");
            assertEquals(0, project.migrate("load", "csv").exitCode());

            assertEquals(List.of("f", "f"),
                    project.query("SELECT condeferrable FROM pg_constraint WHERE contype = 'f'"));
        }
    }
}
