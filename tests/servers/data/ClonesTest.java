package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Clones of whole databases on servers, on which upgrades are rehearsed. */
class ClonesTest {
    private static final String CLASS = "tests.servers.data.Servers#all";

    private static Database open(DatabaseUrl url) {
        return Databases.dialect(url).open(url, new Access(Duration.ofSeconds(5), true, holders -> {
        }));
    }

    private static Database open(TestDatabase database) {
        return open(DatabaseUrl.parse(database.url(), Path.of("")));
    }

    private static List<String> clones(Server server, TestDatabase database) {
        return database.query(server == Server.POSTGRES
                ? "SELECT datname FROM pg_database WHERE datname LIKE 'migrate\\_clone\\_%'"
                : "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'migrate\\_clone\\_%'");
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aCloneHasAllRowsAndGoes(Server server) {
        try (var database = server.database()) {
            database.execute("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n NUMERIC(9, 3), s VARCHAR(20))",
                    "INSERT INTO t VALUES (1, 1.25, 'ä'), (2, NULL, ''), (3, -1, NULL)",
                    "CREATE VIEW v AS SELECT id FROM t");
            try (var live = open(database)) {
                try (var clone = live.copies().cloneBeside(); var copy = open(clone.url())) {
                    assertEquals(live.rows().digests(name -> true), copy.rows().digests(name -> true));
                    assertEquals(live.names(), copy.names());
                    assertEquals(1, clones(server, database).size());
                }
            }
            assertEquals(List.of(), clones(server, database));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatAKilledProcessLeftGoesWithTheNextCloneAndOthersStay(Server server) throws SQLException {
        try (var database = server.database(); var live = open(database)) {
            var killed = live.copies().cloneBeside();
            try (var used = live.copies().cloneBeside()) {
                assertEquals(2, clones(server, database).size());
                kill(server, database, killed.url().jdbc().replaceFirst("[?].*", "").replaceFirst(".*/", ""));
                try (var next = live.copies().cloneBeside()) {
                    var left = clones(server, database);
                    assertEquals(2, left.size());
                    assertTrue(left.stream().anyMatch(used.url().jdbc()::contains));
                    assertTrue(left.stream().anyMatch(next.url().jdbc()::contains));
                }
            }
        }
    }

    /** Ends the session that holds the lock of a clone, as the end of its process does. */
    private static void kill(Server server, TestDatabase database, String clone) throws SQLException {
        var session = server == Server.POSTGRES
                ? "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND (classid::bigint << 32 | objid::bigint) = "
                        + "hashtextextended('" + clone + "', 0)"
                : "SELECT is_used_lock('" + clone + "')";
        var id = database.query(session).get(0);
        try (var connection = database.open(); var statement = connection.createStatement()) {
            statement.execute(server == Server.POSTGRES ? "SELECT pg_terminate_backend(" + id + ", 5000)"
                    : "KILL " + id);
        }
    }
}
