package tests.postgres.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.servers.Server;

/** A draft leads from a schema to another one and back, whatever differs between them. */
class PairsTest {
    static Stream<Pair> pairs() {
        return Pairs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aDraftLeadsThereAndBack(Pair pair, @TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            ThereAndBack.of(pair, folder, database);
        }
    }

    /** In a schema each, since the pairs use the same names. */
    @Test
    void modelsThatAreThereAlreadyAreFound(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            int number = 0;
            for (var pair : Pairs.all()) {
                for (var schema : new String[] {pair.a(), pair.b()}) {
                    var name = "s" + number++;
                    database.execute("CREATE SCHEMA " + name + "; SET search_path = " + name + "; " + schema);
                    var project = new Project(folder.resolve(name)).on(database)
                            .environment("DB_RESTRACK", database.url() + "?currentSchema=" + name)
                            .file("/models/schema.sql", schema).file("none", "");
                    var result = project.migrate("check");
                    assertEquals("Nothing found.\n", result.out(), () -> pair + "\n" + result);
                }
            }
        }
    }
}
