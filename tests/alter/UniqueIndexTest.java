package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unique index that rows are in the way of is refused as a constraint would be. */
class UniqueIndexTest {
    @TempDir
    Path folder;

    @Test
    void theRowsThatAreEqualAreShown() throws SQLException {
        try (var altered = Altered.of(folder, """
                CREATE TABLE t (a TEXT, b INT);
                INSERT INTO t VALUES ('x', 1), ('X', 1), ('X', 0), (NULL, 1), (NULL, 1), ('y', 2);""")) {
            var refusal = altered.refusal("CREATE UNIQUE INDEX i ON t (a COLLATE NOCASE, lower(b)) WHERE b > 0");
            assertEquals("rows_in_the_way", refusal.kind().id());
            assertTrue(refusal.getMessage().endsWith("a 'x', lower(b) '1': 2 rows"), refusal.getMessage());
        }
    }
}
