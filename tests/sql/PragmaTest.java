package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Pragma;
import restrack.sql.Statements;

class PragmaTest {
    @Test
    void nameSchemaAndArgumentAreRead() {
        assertEquals(pragma("", "foreign_keys", null), of("PRAGMA foreign_keys"));
        assertEquals(pragma("", "foreign_keys", "ON"), of("pragma foreign_keys=ON"));
        assertEquals(pragma("main", "foreign_keys", "ON"), of("PRAGMA main . foreign_keys /* now */ = ON"));
        assertEquals(pragma("", "table_info", "my table"), of("PRAGMA table_info(\"my table\")"));
        assertEquals(pragma("", "cache_size", "-2000"), of("PRAGMA 'cache_size' = - 2000"));
    }

    @Test
    void otherStatementsAreNone() {
        assertEquals(Optional.empty(), of("SELECT * FROM pragma_table_info('t')"));
        assertEquals(Optional.empty(), of("PRAGMA"));
    }

    @Test
    void caseDoesNotMatterToItsName() {
        assertTrue(of("PRAGMA Foreign_Keys").orElseThrow().is("foreign_keys"));
        assertFalse(of("PRAGMA foreign_keys").orElseThrow().is("foreign_key"));
    }

    private static Optional<Pragma> pragma(String schema, String name, String argument) {
        return Optional.of(new Pragma(schema, name, Optional.ofNullable(argument)));
    }

    private static Optional<Pragma> of(String text) {
        return Pragma.of(Statements.of(text, SqliteSyntax.SQLITE).get(0));
    }
}
