package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.schema.Index;
import restrack.schema.Level;

/** What counts of an index. */
class IndexesTest {
    private static final String FRAME = "CREATE TABLE t (a TEXT, b TEXT COLLATE NOCASE, c INT); %s";

    @Test
    void anIndexIsWhatItIsOver() throws SQLException {
        Apart.same(FRAME, """
                CREATE INDEX i ON t (a, b) ~ create index if not exists "I" on [T] ('a', "B") -- both
                CREATE INDEX i ON t (a) ~ CREATE INDEX i ON t (a ASC)
                CREATE INDEX i ON t (b) ~ CREATE INDEX i ON t (b COLLATE nocase)
                CREATE INDEX i ON t (a) ~ CREATE INDEX i ON t (a COLLATE BINARY)
                CREATE INDEX i ON t (a) ~ CREATE INDEX i ON t ((a))
                CREATE INDEX i ON t (lower(a)) ~ CREATE INDEX i ON t ( ( LOWER ("a") ) )
                CREATE INDEX i ON t (c + 1) ~ CREATE INDEX i ON t ((c) + 1)
                CREATE INDEX i ON t (a) WHERE c <> 1 ~ CREATE INDEX i ON t (a) where (C != 1)
                CREATE INDEX i ON t (a) WHERE c NOTNULL ~ CREATE INDEX i ON t (a) WHERE c IS NOT NULL
                CREATE INDEX i ON t (a) WHERE b = "x" ~ CREATE INDEX i ON t (a) WHERE b = 'x'
                """);
        Apart.different(FRAME, """
                CREATE INDEX i ON t (a) ~ CREATE UNIQUE INDEX i ON t (a)
                CREATE INDEX i ON t (a, b) ~ CREATE INDEX i ON t (b, a)
                CREATE INDEX i ON t (a) ~ CREATE INDEX i ON t (a DESC)
                CREATE INDEX i ON t (a) ~ CREATE INDEX i ON t (a COLLATE NOCASE)
                CREATE INDEX i ON t (b) ~ CREATE INDEX i ON t (b COLLATE BINARY)
                CREATE INDEX i ON t (a) ~ CREATE INDEX i ON t (lower(a))
                CREATE INDEX i ON t (lower(a)) ~ CREATE INDEX i ON t (upper(a))
                CREATE INDEX i ON t (lower(a)) ~ CREATE INDEX i ON t (lower(a) DESC)
                CREATE INDEX i ON t (a) ~ CREATE INDEX i ON t (a) WHERE c > 1
                CREATE INDEX i ON t (a) WHERE c > 1 ~ CREATE INDEX i ON t (a) WHERE c > 2
                CREATE INDEX i ON t (a) WHERE b = 'x' ~ CREATE INDEX i ON t (a) WHERE b = 'X'
                CREATE INDEX i ON t (a) ~
                """);
    }

    @Test
    void itIsPlainIfItIsOverColumnsAndAllRows() throws SQLException {
        try (var database = Opened.of(FRAME.formatted("""
                CREATE INDEX plain ON t (a DESC, b COLLATE NOCASE);
                CREATE INDEX expression ON t (a, lower(b));
                CREATE INDEX partial ON t (a) WHERE a > '';
                CREATE UNIQUE INDEX collated ON t (a COLLATE NOCASE)"""))) {
            var indexes = database.schema(Level.EXACT).tables().get(0).indexes();
            assertEquals(List.of(true, false, false, false), indexes.stream().map(Index::plain).toList());
            assertEquals(List.of("ON t (a DESC, b)", "ON t (a, lower(b))", "ON t (a) WHERE a > ''",
                    "UNIQUE ON t (a COLLATE NOCASE)"), indexes.stream().map(it -> it.definition().text()).toList());
            assertEquals("CREATE INDEX expression ON t (a, lower(b))", indexes.get(1).text());
        }
    }
}
