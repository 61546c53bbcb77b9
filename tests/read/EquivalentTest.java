package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.schema.Level;

/** What behaves the same although it is not the same. */
class EquivalentTest {
    private static final String FRAME = "CREATE TABLE t (a TEXT, b INT%s";

    @Test
    void aUniqueIndexIsAUniqueConstraint() throws SQLException {
        Apart.equivalent(FRAME, """
                , UNIQUE (a)) ~ ); CREATE UNIQUE INDEX i ON t (a)
                , UNIQUE (a, b DESC)) ~ ); CREATE UNIQUE INDEX i ON t (a, b DESC)
                , UNIQUE (a COLLATE NOCASE)) ~ ); CREATE UNIQUE INDEX i ON t (a COLLATE NOCASE)
                """);
        Apart.different(FRAME, """
                , UNIQUE (a)) ~ ); CREATE INDEX i ON t (a)
                , UNIQUE (a)) ~ ); CREATE UNIQUE INDEX i ON t (a) WHERE b > 0
                , UNIQUE (a) ON CONFLICT IGNORE) ~ ); CREATE UNIQUE INDEX i ON t (a)
                , UNIQUE (a)) ~ ); CREATE UNIQUE INDEX i ON t (a DESC)
                """);
    }

    @Test
    void theNameOfAnIndexDoesNotCount() throws SQLException {
        Apart.equivalent(FRAME, """
                ); CREATE INDEX i ON t (a) ~ ); CREATE INDEX j ON t (a)
                ); CREATE INDEX i ON t (a) WHERE b > 0 ~ ); CREATE INDEX j ON t (a) WHERE b>0
                ); CREATE UNIQUE INDEX i ON t (lower(a)) ~ ); CREATE UNIQUE INDEX j ON t (lower(a))
                """);
    }

    @Test
    void whatIsThereTwiceIsThereOnce() throws SQLException {
        Apart.equivalent(FRAME, """
                , UNIQUE (a), UNIQUE (a)) ~ , UNIQUE (a))
                , UNIQUE (a), PRIMARY KEY (a)) ~ , PRIMARY KEY (a))
                ); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a) ~ ); CREATE INDEX i ON t (a)
                , CHECK (b > 0), CHECK (b > 0)) ~ , CHECK (b > 0))
                """);
    }

    @Test
    void anIndexIsShownByItsOwnName() throws SQLException {
        try (var database = Opened.of(FRAME.formatted("); CREATE INDEX by_a ON t (a)"))) {
            assertEquals(List.of("by_a"), database.schema(Level.EQUIVALENT).tables().get(0).indexes().stream()
                    .map(it -> it.name().text()).toList());
        }
    }
}
