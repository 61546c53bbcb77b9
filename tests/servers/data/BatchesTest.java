package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.servers.Server;

/** Statements that run in batches on servers. */
class BatchesTest {
    private static final String CLASS = "tests.servers.data.Servers#all";

    @TempDir
    Path folder;

    private static String numbers(Server server, String select) {
        return server == Server.POSTGRES ? select + " FROM generate_series(1, 25) AS numbers (seq)"
                : select + " FROM seq_1_to_25";
    }

    @Test
    void namesWithoutQuotesAreFoldedAsPostgresDoes() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            database.execute("CREATE TABLE visit (number INTEGER PRIMARY KEY, times INTEGER NOT NULL)",
                    numbers(Server.POSTGRES, "INSERT INTO visit SELECT seq, 0"));
            project.script("b1", "", "-- migrate:batch size=10 key=Number\n"
                    + "UPDATE Visit SET Times = Times + 1 WHERE Visit.times >= 0;\n"
                    + "-- migrate:batch size=10 key=number\n"
                    + "UPDATE visit AS It SET times = It.times + 1;", "");

            var result = project.migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("25|2|2"), project.query("SELECT count(*), min(times), max(times) FROM visit"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatFailsInTheMiddleGoesOnThere(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            database.execute("CREATE TABLE visit (ward VARCHAR(9) NOT NULL, number INTEGER NOT NULL, times INTEGER "
                            + "NOT NULL, CHECK (times < 100), PRIMARY KEY (ward, number))",
                    numbers(server, "INSERT INTO visit SELECT CASE WHEN seq % 3 = 0 THEN 'a' ELSE 'b''c' END, seq, "
                            + "CASE seq WHEN 13 THEN 99 ELSE 0 END"));
            project.script("b1", "", "-- migrate:batch size=4 key=ward,number\n"
                    + "UPDATE visit SET times = times + 1;", "");

            assertEquals(1, project.migrate("upgrade").exitCode());
            assertEquals(List.of("16"), project.query("SELECT sum(times) FROM visit WHERE number <> 13"));
            database.execute("UPDATE visit SET times = 0 WHERE number = 13");
            var result = project.migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("visit: 25 rows in 7 batches, 25 changed"), result.out());
            assertEquals(List.of("1|25"), project.query("SELECT times, count(*) FROM visit GROUP BY times"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void keysMayBeOfAnyTypeThatHasAnOrder(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            boolean postgres = server == Server.POSTGRES;
            for (var type : List.of("UUID", "DATE", "DECIMAL(30, 2)", postgres ? "TIMESTAMPTZ" : "DATETIME(6)",
                    postgres ? "BIGINT" : "BIGINT UNSIGNED", postgres ? "BYTEA" : "VARBINARY(20)")) {
                var value = switch (type) {
                    case "UUID" -> "CAST(concat('6f1c9a52-6c1e-4d1f-9d57-0d6c4ad1f0', 10 + seq) AS UUID)";
                    case "DATE" -> "CAST(concat('2025-06-', 2 + seq) AS DATE)";
                    case "DECIMAL(30, 2)" -> "12345678901234567890123.01 + seq / 100.0";
                    case "BIGINT", "BIGINT UNSIGNED" -> (postgres ? "" : "9223372036854775807 + ") + "seq";
                    case "BYTEA" -> "decode(concat('ff', 10 + seq), 'hex')";
                    case "VARBINARY(20)" -> "unhex(concat('ff', 10 + seq))";
                    default -> "CAST(concat('2025-06-04 07:31:45.0', 10 + seq) AS " + type + ")";
                };
                var name = "t_" + type.replaceAll("\\W.*", "").toLowerCase(Locale.ROOT);
                database.execute("CREATE TABLE " + name + " (id " + type + " NOT NULL PRIMARY KEY, n INTEGER NOT NULL)",
                        numbers(server, "INSERT INTO " + name + " SELECT " + value + ", 0"));
                project.script(name, "", "-- migrate:batch size=10 key=id\nUPDATE " + name
                        + " AS it SET n = n + 1;", "");

                var result = project.migrate("upgrade", name);

                assertEquals(0, result.exitCode(), type + ": " + result.err());
                assertTrue(result.out().contains("25 rows in 3 batches, 25 changed"), type + ": " + result.out());
                assertEquals(List.of("25|1|1"), project.query("SELECT count(*), min(n), max(n) FROM " + name));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aJavaMigrationGoesThroughItsRowsOnce(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            database.execute("CREATE TABLE item (id UUID NOT NULL PRIMARY KEY, n INTEGER NOT NULL)",
                    numbers(server, "INSERT INTO item SELECT CAST(concat('6f1c9a52-6c1e-4d1f-9d57-0d6c4ad1f0', "
                            + "10 + seq) AS UUID), 0"));
            project.file("j1.java", """
                    // revision: j1
                    // revises:
                    class Visits implements Migration {
                        @Override
                        @InBatches
                        public void up(Op op) {
                            op.batches("item", "id").size(10).run(batch -> {
                                for (var id : batch.keys()) {
                                    batch.execute("UPDATE item SET n = n + 1 WHERE id = ?", id);
                                }
                            });
                        }
                    }
                    """);

            var result = project.migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("25|1|1"), project.query("SELECT count(*), min(n), max(n) FROM item"));
        }
    }
}
