package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Statements;
import restrack.sql.TransactionControl;

class TransactionControlTest {
    @Test
    void itIsRecognised() {
        Map.ofEntries(
                Map.entry("BEGIN", TransactionControl.BEGIN),
                Map.entry("begin /* x */ immediate transaction", TransactionControl.BEGIN),
                Map.entry("START TRANSACTION", TransactionControl.BEGIN),
                Map.entry("COMMIT", TransactionControl.COMMIT),
                Map.entry("End Transaction", TransactionControl.COMMIT),
                Map.entry("ROLLBACK", TransactionControl.ROLLBACK),
                Map.entry("ROLLBACK TRANSACTION", TransactionControl.ROLLBACK),
                Map.entry("ROLLBACK TO x", TransactionControl.ROLLBACK_TO),
                Map.entry("ROLLBACK TRANSACTION TO SAVEPOINT x", TransactionControl.ROLLBACK_TO),
                Map.entry("SAVEPOINT x", TransactionControl.SAVEPOINT),
                Map.entry("RELEASE SAVEPOINT x", TransactionControl.RELEASE)
        ).forEach((text, control) -> assertEquals(Optional.of(control), of(text), text));
    }

    @Test
    void otherStatementsAreNone() {
        assertEquals(Optional.empty(), of("SELECT 'BEGIN'"));
        assertEquals(Optional.empty(), of("EXPLAIN COMMIT"));
        assertEquals(Optional.empty(), of("CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END"));
    }

    @Test
    void onlyBeginCommitAndRollbackAreBoundaries() {
        for (var control : TransactionControl.values()) {
            boolean ends = control == TransactionControl.COMMIT || control == TransactionControl.ROLLBACK;
            assertEquals(ends, control.ends());
            assertEquals(ends || control == TransactionControl.BEGIN, control.isBoundary());
        }
        assertTrue(of("END").orElseThrow().ends());
        assertFalse(of("ROLLBACK TO x").orElseThrow().isBoundary());
    }

    private static Optional<TransactionControl> of(String text) {
        return TransactionControl.of(Statements.of(text, SqliteSyntax.SQLITE).get(0));
    }
}
