package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.MigrateException;
import restrack.database.postgres.PostgresDialect;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/** Where PostgreSQL's statements end, and what they are made of. */
class StatementsTest {
    private static final Syntax SYNTAX = new PostgresDialect().syntax();

    private static List<String> texts(String text) {
        return Statements.of(text, SYNTAX).stream().map(Statement::text).toList();
    }

    private static List<String> tokens(String text) {
        return Tokens.of(text, SYNTAX).stream().filter(it -> !it.isSpaceOrComment()).map(Token::text)
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "$$;$$", "$body$ ; $$ ; $other$ $body$", "$é_1$;$é_1$", "a$1",
        "'it''s;'", "'\\'", "E'\\';'", "e'\\\\'", "E'a''b;'",
        "E'a\\'b' -- not yet\n 'c\\';'", "U&'\\0041;'", "U&\"d;\"", "\"a;\"\"b\"", "N'x;'",
        "B'101'", "/* ; /* ; */ ; */ 1",
        "a::text", "a->>'b;'", "a @> '{;}'", "a <-> b", "a #>> '{b;c}'", "a ? 'b;'", "a[1:2]", "a[:n]", "a #- b --;\n",
        "-- $$ '\n1", "1 - -1", "@ -5", "|/ 25.0", "a !~~* b", "($1)", "1_000", ".5e-3",
    })
    void aStatementEndsBehindWhateverItHas(String inside) {
        assertEquals(List.of("SELECT " + inside.strip().replaceAll("--;$", "--;").replaceAll(" --;$", ""), "B"),
                texts("SELECT " + inside + "; B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE a WHEN 1 THEN 2 END; END",
        "CREATE OR REPLACE PROCEDURE p() BEGIN /* x */ ATOMIC INSERT INTO t VALUES (1); "
            + "SELECT 1 AS end, t.case FROM t; END",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$",
        "CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS 'SELECT 1;'",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); DELETE FROM v WHERE (a = 1))",
        "CREATE OR REPLACE RULE r AS ON UPDATE TO t DO INSTEAD NOTHING",
        "DO $do$ BEGIN PERFORM $$;$$; END $do$",
        "CREATE TABLE begin (atomic int)",
    })
    void aBodyBelongsToItsStatement(String statement) {
        assertEquals(List.of("A", statement, "B"), texts("A;" + statement + ";B"));
        assertEquals(List.of(statement), texts(statement));
    }

    @Test
    void operatorsAreReadAsLongAsTheyGo() {
        assertEquals(List.of("a", "::", "text", "->>", "'x'", "=", "-", "1"), tokens("a::text->>'x'=-1"));
        assertEquals(List.of("a", "@-", "b", "<->", "$1", ":=", "c"), tokens("a@-b<->$1:=c"));
        assertEquals(List.of("a", "*"), tokens("a*/* c */"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT $$ never", "SELECT $a$ never $$", "SELECT E'never\\'", "SELECT 'never", "SELECT \"x", "/* /* */ never",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;",
    })
    void whatIsNotClosedIsRefused(String text) {
        var error = assertThrows(MigrateException.class, () -> texts(text));

        assertTrue(error.getMessage().contains("is not closed"), error.getMessage());
    }

    @Test
    void commandsOfPsqlAreRefusedAsWhatTheyAre() {
        var connect = assertThrows(MigrateException.class, () -> texts("SELECT 1;\n\\connect other\nSELECT 2;"));
        assertEquals("Line 2: `\\connect` is a command of psql, not of the database.", connect.getMessage());
        var rows = assertThrows(MigrateException.class, () -> texts("COPY t FROM stdin;\n1\t2\n\\.\n"));
        assertTrue(rows.getMessage().contains("COPY … FROM stdin"), rows.getMessage());
        assertEquals(List.of("SELECT '\\d'"), texts("SELECT '\\d';"));
    }
}
