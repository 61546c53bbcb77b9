package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.MalformedException;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.TableOption;

class CreateTableTest {
    @Test
    void aTableOfAnApplication() {
        var table = CreateTable.parse("""
                CREATE TABLE "user" ( -- who may log in
                    id INTEGER NOT NULL,
                    email VARCHAR(320) NOT NULL COLLATE NOCASE, -- unique, see below
                    created DATETIME DEFAULT CURRENT_TIMESTAMP,
                    PRIMARY KEY (id),
                    CONSTRAINT uq_email UNIQUE (email)
                ) STRICT;
                """);
        assertEquals("user", table.name().value());
        assertEquals(Optional.empty(), table.schema());
        assertEquals(List.of("id", "email", "created"), table.columns().stream().map(it -> it.name().value()).toList());
        assertEquals("VARCHAR(320)", table.column("EMAIL").orElseThrow().type());
        assertEquals(List.of("email VARCHAR(320) NOT NULL COLLATE NOCASE"),
                table.column("email").stream().map(it -> it.span().in(table.text())).toList());
        assertEquals(List.of("NOT NULL", "NOT NULL", "COLLATE NOCASE", "DEFAULT CURRENT_TIMESTAMP",
                "PRIMARY KEY (id)", "CONSTRAINT uq_email UNIQUE (email)"),
                table.allConstraints().stream().map(it -> it.span().in(table.text())).toList());
        assertTrue(table.strict());
        assertFalse(table.withoutRowid());
        assertFalse(table.temporary() || table.ifNotExists() || table.isSelect());
        var body = table.body().in(table.text());
        assertTrue(body.startsWith("( -- who") && body.endsWith(")\n)"), body);
        assertTrue(table.column("e-mail").isEmpty());
    }

    @Test
    void whatStandsBeforeTheParenthesis() {
        var table = CreateTable.parse("/* new */ create temporary table if not exists main . [a b] (x)");
        assertTrue(table.temporary() && table.ifNotExists());
        assertEquals("main", table.schema().orElseThrow().value());
        assertEquals("a b", table.name().value());
        assertEquals("[a b]", table.name().span().in(table.text()));
        assertEquals("if", CreateTable.parse("CREATE TABLE \"if\"(a)").name().value());
    }

    @Test
    void namesAreQuotedInFourWaysAndInSingleQuotes() {
        var table = CreateTable.parse("CREATE TABLE t(a, \"b\"\"\", `c```, [d\"], 'e''', é, temp, KEY, \"\")");
        assertEquals(List.of("a", "b\"", "c`", "d\"", "e'", "é", "temp", "KEY", ""),
                table.columns().stream().map(Column::name).map(Name::value).toList());
        assertTrue(table.column("key").isPresent());
        assertTrue(table.column("É").isEmpty());
    }

    @Test
    void optionsComeInAnyOrderAndCase() {
        var table = CreateTable.parse(
                "CREATE TABLE t(a PRIMARY KEY) without /* no */ RowId , strict , STRICT ;; -- end");
        assertEquals(List.of("without /* no */ RowId", "strict", "STRICT"),
                table.options().stream().map(it -> it.span().in(table.text())).toList());
        assertEquals(TableOption.Kind.WITHOUT_ROWID, table.options().get(0).kind());
        assertTrue(table.strict() && table.withoutRowid());
    }

    @Test
    void aSelectHasNoColumnsThatCouldBeSeen() {
        var table = CreateTable.parse("CREATE TABLE t AS WITH x(a, b) AS (SELECT 1, ';') SELECT a, b FROM x -- end\n;");
        assertTrue(table.isSelect());
        assertEquals(List.of(), table.columns());
        assertEquals("WITH x(a, b) AS (SELECT 1, ';') SELECT a, b FROM x", table.body().in(table.text()));
        assertTrue(CreateTable.parse("CREATE TABLE t AS VALUES (1), (2)").isSelect());
    }

    @Test
    void typesAreWordsAndNumbers() {
        for (var type : List.of("", "INT", "unsigned big int", "VARCHAR(20)", "DECIMAL ( +10 , -2.5 )",
                "\"a b\" 'c' [d]", "INT/* x */EGER", "temp", "a -- x\n(1)", "REPLACE", "GENERATED", "ALWAYS",
                "GENERATED x")) {
            var column = CreateTable.parse("CREATE TABLE t(a " + type + " NOT NULL, b)").columns().get(0);
            assertEquals(type, column.type());
            assertEquals(1, column.constraints().size(), type);
        }
    }

    @Test
    void theDeclaredTypeIsWhatSqliteGivesBack() throws SQLException {
        for (var type : List.of("[x y]", "[x y] z", "[a]b", "'it''s' x (3)", "\"a\" b", "'x' /* c */ 'y'", "foo 'bar'",
                "'REALLY' TEXT", "`a` `b`", "\"INT\"", "''", "x", "VARCHAR(10)")) {
            try (var sqlite = new Sqlite()) {
                var text = "CREATE TABLE t(a " + type + ")";
                assertEquals("", sqlite.run(text));
                assertEquals(sqlite.rows("SELECT type FROM pragma_table_xinfo('t')").get(0).get(0),
                        CreateTable.parse(text).columns().get(0).declaredType(), type);
            }
        }
    }

    /** GENERATED ALWAYS could be words of the type, and to SQLite's grammar they are. */
    @Test
    void theWordsOfAGeneratedColumnAreNoType() {
        for (var type : List.of("", "INT", "\"a b\" int", "GENERATED", "INT GENERATED")) {
            for (var words : List.of("GENERATED ALWAYS AS (1)", "generated /* x */ always as (1) STORED",
                    "CONSTRAINT n GENERATED ALWAYS AS (1)", "GENERATED ALWAYS AS (1) virtual NOT NULL")) {
                var text = "CREATE TABLE t(a " + type + " " + words + ", b)";
                var column = CreateTable.parse(text).columns().get(0);
                assertEquals(type, column.type(), text);
                assertEquals(words.replace(" NOT NULL", ""), column.constraints().get(0).span().in(text));
            }
        }
        var stray = CreateTable.parse("CREATE TABLE t(a INT GENERATED ALWAYS NOT NULL, b)").columns().get(0);
        assertEquals("INT", stray.type());
        assertEquals(1, stray.constraints().size());
    }

    @Test
    void whatSqliteAcceptsThoughNobodyWouldWriteIt() throws SQLException {
        for (var body : List.of("a CONSTRAINT x", "a CONSTRAINT x CONSTRAINT y",
                "a CONSTRAINT x NOT NULL UNIQUE CHECK (1)", "a, CONSTRAINT x",
                "a, CONSTRAINT x, CONSTRAINT y CHECK (1)", "a, CHECK (1) CHECK (2) UNIQUE (a)",
                "a, CONSTRAINT x CONSTRAINT y UNIQUE (a)", "a DEFERRABLE", "a NOT DEFERRABLE INITIALLY DEFERRED, b",
                "a REFERENCES p NOT NULL DEFERRABLE", "a REFERENCES p DEFERRABLE NOT DEFERRABLE DEFERRABLE",
                "a NULL NULL NOT NULL NULL ON CONFLICT FAIL", "a DEFAULT 1 DEFAULT 2 DEFAULT (3)",
                "a COLLATE nocase COLLATE rtrim UNIQUE", "a, UNIQUE ((a) COLLATE nocase DESC)", "a, UNIQUE ('a')",
                "a, UNIQUE (((\"a\")))", "a, b, UNIQUE (a COLLATE binary COLLATE nocase ASC, b)",
                "desc, UNIQUE (desc DESC)", "a INTEGER PRIMARY KEY DESC", "a INTEGER, PRIMARY KEY (a DESC)",
                "a INTEGER, PRIMARY KEY (a AUTOINCREMENT)",
                "a INTEGER, PRIMARY KEY (a DESC AUTOINCREMENT) ON CONFLICT FAIL", "a, CHECK (1) ON CONFLICT ROLLBACK",
                "a INTEGER PRIMARY KEY ON CONFLICT REPLACE AUTOINCREMENT", "a DEFAULT - NULL", "a DEFAULT + 'x'",
                "a DEFAULT abort", "a DEFAULT indexed", "a DEFAULT generated", "a DEFAULT -CURRENT_DATE",
                "a int default[x]",
                "a REFERENCES p MATCH a MATCH 'b' ON INSERT CASCADE ON DELETE SET NULL ON DELETE NO ACTION",
                "a REFERENCES p(x) ON UPDATE SET DEFAULT", "a, FOREIGN KEY (a) REFERENCES p DEFERRABLE CHECK (1)",
                "a, b AS (a) STORED UNIQUE", "a, b INT AS ((a) + 1)", "a always, b AS (a)", "a CHECK('a)' <> \"b(\")",
                "a CHECK (1 /* ) */ -- )\n)", "match, like, no, of, if, UNIQUE (like)", "a DEFAULT(1)NOT NULL",
                "a/**/INT/**/NOT/**/NULL/**/,b", "\"a\"\"TEXT\"'x'", "a DEFAULT 'x'UNIQUE")) {
            try (var sqlite = new Sqlite()) {
                var text = "CREATE TABLE t(" + body + ")";
                var table = CreateTable.parse(text);
                Agreement.checkPieces(table, text);
                assertEquals("", sqlite.run(text), text);
                Agreement.check(sqlite, table, text);
            }
        }
    }

    @Test
    void anyKeywordIsANameWhereSqliteTakesItForOne() throws SQLException {
        var keywords = KEYWORDS.split(" ");
        for (var form : List.of("CREATE TABLE %s(a)", "CREATE TABLE t(%s)", "CREATE TABLE t(a, %s)",
                "CREATE TABLE t(a %s)", "CREATE TABLE t(a x %s)", "CREATE TABLE t(a DEFAULT %s)",
                "CREATE TABLE t(a CONSTRAINT %s)", "CREATE TABLE t(a, CONSTRAINT %s)",
                "CREATE TABLE t(a REFERENCES %s)", "CREATE TABLE t(a REFERENCES p(%s))",
                "CREATE TABLE t(%1$s, b, UNIQUE (%1$s))", "CREATE TABLE t(%1$s, b, UNIQUE (%1$s DESC))",
                "CREATE TABLE t(a REFERENCES p MATCH %s)", "CREATE TABLE t(%1$s %1$s)")) {
            for (var keyword : keywords) {
                var text = form.formatted(keyword);
                try (var sqlite = new Sqlite()) {
                    boolean accepted = sqlite.run(text).isEmpty();
                    assertTrue(isRead(text) || !accepted, text);
                    if (accepted) {
                        Agreement.check(sqlite, CreateTable.parse(text), text);
                    }
                }
            }
        }
    }

    private static boolean isRead(String text) {
        try {
            CreateTable.parse(text);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    @Test
    void aKeyIsDeferredByTheLastWordAboutIt() throws SQLException {
        for (var rest : List.of("", "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED", "NOT DEFERRABLE INITIALLY DEFERRED",
                "DEFERRABLE INITIALLY IMMEDIATE", "NOT NULL DEFERRABLE INITIALLY DEFERRED",
                "DEFERRABLE INITIALLY DEFERRED NOT NULL NOT DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED DEFERRABLE",
                ", b DEFERRABLE INITIALLY DEFERRED", "CONSTRAINT n DEFERRABLE INITIALLY DEFERRED",
                "DEFERRABLE INITIALLY DEFERRED, b REFERENCES p NOT DEFERRABLE", ", b REFERENCES p DEFERRABLE",
                ", b REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED")) {
            var text = "CREATE TABLE t(a REFERENCES p " + rest + ")";
            var table = CreateTable.parse(text);
            var key = (Constraint.ForeignKey) table.allConstraints().get(0);
            try (var sqlite = new Sqlite()) {
                assertEquals("", sqlite.run("PRAGMA foreign_keys = ON; CREATE TABLE p(x INTEGER PRIMARY KEY)"));
                assertEquals("", sqlite.run(text));
                boolean deferred = sqlite.run("BEGIN; INSERT INTO t(a) VALUES (7)").isEmpty();
                assertEquals(deferred, table.isDeferred(key), text);
            }
        }
    }

    /** All of them (SQLite documentation, "SQLite Keywords"), and a few that are none. */
    private static final String KEYWORDS = """
            ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY \
            CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT CURRENT_DATE \
            CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC DETACH DISTINCT DO DROP \
            EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM \
            FULL GENERATED GLOB GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT \
            INSTEAD INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING \
            NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY \
            RAISE RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK \
            ROW ROWS SAVEPOINT SELECT SET STRICT TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED \
            UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHIN WITHOUT""";
}
