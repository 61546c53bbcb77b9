package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.schema.Level;

/** What counts of a view, a trigger and a virtual table. */
class DefinitionsTest {
    private static final String FRAME = "CREATE TABLE t (a INT, \"b c\" TEXT, e TEXT); CREATE TABLE u (a INT); %s";

    @Test
    void aStatementIsItsTokens() throws SQLException {
        Apart.same(FRAME, """
                CREATE VIEW v AS SELECT a FROM t ~ create view if not exists main."V" as select A /* it */ from "t" ;
                CREATE VIEW v AS SELECT t.a AS x FROM t ~ CREATE VIEW v AS SELECT "T"."a" AS "X" FROM [t]
                CREATE VIEW v AS SELECT a FROM t ~ CREATE VIEW v AS SELECT "A" FROM 't'
                CREATE VIEW v AS SELECT "B C" FROM t ~ CREATE VIEW v AS SELECT [b c] FROM t
                CREATE VIEW v AS SELECT e = "open" FROM t ~ CREATE VIEW v AS SELECT e = 'open' FROM t
                CREATE VIEW v (x) AS SELECT a FROM t ~ CREATE VIEW v ( "x" ) AS SELECT a FROM t
                CREATE VIEW v AS WITH w AS (SELECT a AS z FROM t) SELECT z FROM w ~ \
                CREATE VIEW v AS WITH W AS (SELECT a AS Z FROM t) SELECT "z" FROM "w"
                """);
        Apart.different(FRAME, """
                CREATE VIEW v AS SELECT a FROM t ~ CREATE VIEW v AS SELECT e FROM t
                CREATE VIEW v AS SELECT a FROM t ~ CREATE VIEW v AS SELECT a FROM u
                CREATE VIEW v AS SELECT a FROM t ~ CREATE VIEW v AS SELECT a FROM t WHERE a > 1
                CREATE VIEW v AS SELECT 'x' FROM t ~ CREATE VIEW v AS SELECT 'X' FROM t
                CREATE VIEW v AS SELECT "open" FROM t ~ CREATE VIEW v AS SELECT "Open" FROM t
                CREATE VIEW v AS SELECT 'a' FROM t ~ CREATE VIEW v AS SELECT "a" FROM t
                CREATE VIEW v AS SELECT e IS DISTINCT FROM 'A' FROM t ~ \
                CREATE VIEW v AS SELECT e IS DISTINCT FROM 'a' FROM t
                CREATE VIEW v AS SELECT NULL FROM t ~ CREATE VIEW v AS SELECT "NULL" FROM t
                CREATE VIEW v AS SELECT a FROM t ~
                """);
    }

    @Test
    void aTriggerIsItsTokensToo() throws SQLException {
        Apart.same(FRAME, """
                CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM u WHERE a = new.a; END ~ \
                create trigger if not exists main.R after insert on "T" for each row \
                begin delete from u where "a" = NEW.A; end
                CREATE TRIGGER r AFTER UPDATE OF a ON t WHEN new.e = 'x' BEGIN SELECT 1; END ~ \
                CREATE TRIGGER r AFTER UPDATE OF "A" ON t WHEN new.e = "x" BEGIN SELECT 1; END
                """);
        Apart.different(FRAME, """
                CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END ~ \
                CREATE TRIGGER r BEFORE INSERT ON t BEGIN SELECT 1; END
                CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END ~ \
                CREATE TRIGGER r AFTER INSERT ON u BEGIN SELECT 1; END
                CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 'a'; END ~ \
                CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 'A'; END
                """);
    }

    @Test
    void aVirtualTableHasToBeSpelledAlike() throws SQLException {
        Apart.same("%s", """
                CREATE VIRTUAL TABLE f USING fts5 (a, b, tokenize = 'porter') ~ \
                create virtual table if not exists main."F" using FTS5( a,b , tokenize='porter' )
                """);
        Apart.different("%s", """
                CREATE VIRTUAL TABLE f USING fts5 (a) ~ CREATE VIRTUAL TABLE f USING fts5 (a, b)
                CREATE VIRTUAL TABLE f USING fts5 (a) ~ CREATE VIRTUAL TABLE f USING fts4 (a)
                CREATE VIRTUAL TABLE f USING fts5 (a) ~ CREATE VIRTUAL TABLE f USING fts5 (a, tokenize = 'porter')
                """);
    }

    @Test
    void theTablesBehindAVirtualTableAreNobodysBusiness() throws SQLException {
        try (var database = Opened.of("CREATE VIRTUAL TABLE f USING fts5 (a); CREATE VIRTUAL TABLE r USING rtree (id, "
                + "x, y); CREATE TABLE f_other (a)")) {
            var schema = database.schema(Level.EXACT);
            assertEquals("[f_other]", schema.tables().stream().map(it -> it.name()).toList().toString());
            assertEquals("[f, r]", schema.definitions().stream().map(it -> it.name()).toList().toString());
        }
    }

    @Test
    void aViewOverAViewKnowsTheNamesOfThatOne() throws SQLException {
        Apart.same("CREATE TABLE t (a INT); CREATE VIEW w AS SELECT a AS \"Total\" FROM t; %s",
                "CREATE VIEW v AS SELECT \"total\" FROM w ~ CREATE VIEW v AS SELECT Total FROM W");
    }

    @Test
    void aTriggerKnowsWhatItIsOn() throws SQLException {
        try (var database = Opened.of(FRAME.formatted("CREATE TRIGGER r AFTER INSERT ON T BEGIN SELECT 1; END"))) {
            var trigger = database.schema(Level.EXACT).definitions().get(0);
            assertEquals("r on t", trigger.name() + " on " + trigger.owner().orElseThrow().key());
            assertEquals(List.of("Undefine"), Apart.words(Level.EXACT,
                    FRAME.formatted("CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END"), FRAME.formatted("")));
        }
    }
}
