package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is printed for the {@code sqlite3} program: run there, a change comes to the same end as in the toolkit,
 * refusals over rows included. The program may be an older one; every other change meets it with what newer ones
 * begin with.
 */
@Tag("torture")
class PrintedTortureTest {
    /** Of all changes of the torture set, every so many are tried; each schema begins with another one. */
    private static final int EVERY = 7;

    @TempDir
    private Path folder;

    @BeforeAll
    static void thereIsSuchAProgram() {
        assumeTrue(Sqlite3.version().isPresent(),
                "There is no sqlite3 program here (`apt-get install sqlite3`, `brew install sqlite`).");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void theProgramComesToTheSameEnd(String schema) throws SQLException {
        var source = folder.resolve("source.db");
        Torture.build(schema, source);
        var before = Inventory.of(source);
        var programs = List.of(new Sqlite3(folder, List.of()), new Sqlite3(folder, Sqlite3.AS_IF_NEWER));
        requireThatItCanRead(source, schema, before, programs.get(0));
        try (var run = new PrintedRun(source, Torture.text(schema), "", folder)) {
            int at = Torture.names().indexOf(schema);
            for (var table : AllChanges.tables(before)) {
                for (var change : AllChanges.of(new TableFacts(before, table), source)) {
                    if (at++ % EVERY == 0) {
                        run.check(change.statement(), programs.get(at / EVERY % 2));
                    }
                }
            }
            assertEquals(List.of(), run.wrong());
        }
    }

    static Stream<String> schemas() {
        return Torture.names().stream();
    }

    private static void requireThatItCanRead(Path source, String schema, Inventory before, Sqlite3 program) {
        assumeTrue(!Torture.text(schema).contains("app_"), "It needs what only the application has.");
        var opened = program.run(source, ".bail on\nSELECT count(*) FROM sqlite_schema;\n");
        assumeTrue(opened.exitCode() == 0, "This sqlite3 cannot read it: " + opened.said());
        boolean exact = program.run(source, "SELECT CAST(0.1 + 0.2 AS TEXT);\n").said().strip()
                .equals("0.30000000000000004");
        boolean manyDigits = before.facts().values().stream().flatMap(List::stream)
                .anyMatch(it -> it.matches("(?s).*\\breal -?[0-9.e-]{18,}.*"));
        assumeTrue(exact || !manyDigits, "This sqlite3 writes numbers with fewer digits, when they become text.");
    }
}
