package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema of the torture set is put through every change that applies to its tables. Each is either refused, for
 * a reason that this test has found by itself, and then nothing is different; or it is done, and then nothing is
 * different but what was asked for.
 */
@Tag("torture")
class TortureTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void nothingIsLost(String schema) throws SQLException {
        assertEquals(List.of(), TortureRun.of(schema, folder));
    }

    static Stream<String> schemas() {
        return Torture.names().stream();
    }
}
