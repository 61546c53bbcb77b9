package tests.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;

/** What every server does with scripts that every server understands. */
class ServersTest {
    private static final String TABLE = "CREATE TABLE ward (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL)";

    static Stream<Server> servers() {
        return Stream.of(Server.POSTGRES, Server.MARIADB);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void scriptsGoUpAndDown(Server server, @TempDir Path folder) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            project.script("a", "", TABLE + ";\nINSERT INTO ward VALUES (1, 'West');", "DROP TABLE ward;");
            project.script("b", "a", "ALTER TABLE ward ADD COLUMN beds INTEGER;\nUPDATE ward SET beds = 12;",
                    "ALTER TABLE ward DROP COLUMN beds;");

            assertEquals(0, project.migrate("upgrade").exitCode());
            assertEquals(List.of("1|West|12"), project.query("SELECT id, name, beds FROM ward"));
            assertEquals("b (head)\n", project.migrate("current").out());

            assertEquals(0, project.migrate("downgrade", "base", "--allow", "drop-data").exitCode());
            assertEquals("", project.migrate("current").out());
        }
    }
}
