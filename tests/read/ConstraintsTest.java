package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.schema.Constraint;
import restrack.schema.Level;
import restrack.schema.Sql;

/** What counts of a constraint. */
class ConstraintsTest {
    @Test
    void itDoesNotMatterWhetherAConstraintStandsOnTheColumnOrOnTheTable() throws SQLException {
        Apart.same("CREATE TABLE p (x TEXT PRIMARY KEY); CREATE TABLE t (%s)", """
                a TEXT PRIMARY KEY ~ a TEXT, PRIMARY KEY ("A")
                a TEXT UNIQUE ON CONFLICT IGNORE ~ a TEXT, unique (a) on conflict ignore
                a TEXT CHECK (a > '') ~ a TEXT, CHECK (a>'')
                a TEXT REFERENCES p (x) ~ a TEXT, FOREIGN KEY (a) REFERENCES p (x)
                a TEXT CONSTRAINT n UNIQUE ~ a TEXT, CONSTRAINT n UNIQUE (a)
                """);
    }

    @Test
    void itsDefinitionStandsBehindANameOnTheTable() throws SQLException {
        try (var database = Opened.of("""
                CREATE TABLE p (x TEXT PRIMARY KEY);
                CREATE TABLE t ("a b" TEXT CONSTRAINT one REFERENCES p (x) ON DELETE CASCADE MATCH full NOT DEFERRABLE,
                    b INT CONSTRAINT two UNIQUE ON CONFLICT FAIL CHECK (b > 0) -- positive
                    DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY ("a b", b DESC))""")) {
            var table = database.schema(Level.EXACT).tables().get(1);
            assertEquals(List.of("FOREIGN KEY (\"a b\") REFERENCES p (x) ON DELETE CASCADE "
                            + "DEFERRABLE INITIALLY DEFERRED", "UNIQUE (b) ON CONFLICT FAIL", "CHECK (b > 0)",
                    "PRIMARY KEY (\"a b\", b DESC)"),
                    table.constraints().stream().map(Constraint::definition).map(Sql::text).toList());
            assertEquals("one, two, t_b_check, t_pkey", String.join(", ",
                    table.constraints().stream().map(it -> it.name().text()).toList()));
            assertEquals(List.of(false, false, true, true),
                    table.constraints().stream().map(Constraint::implied).toList());
            assertEquals("[p]", table.constraints().get(0).parent().stream().toList().toString());
            assertEquals("[[a b], [b], [b], [a b, b]]",
                    table.constraints().stream().map(Constraint::columns).toList().toString());
        }
    }

    @Test
    void ofAKeyCountWhatItsIndexIsMadeOf() throws SQLException {
        Apart.same("CREATE TABLE t (a TEXT, b TEXT COLLATE NOCASE, %s)", """
                UNIQUE (a, b) ~ UNIQUE (a ASC, b COLLATE nocase)
                UNIQUE (a) ~ UNIQUE ('a')
                UNIQUE (a) ON CONFLICT ABORT ~ UNIQUE (a)
                UNIQUE (a COLLATE rtrim) ~ UNIQUE ("a" COLLATE RTRIM)
                PRIMARY KEY (a, b) ~ PRIMARY KEY (a COLLATE BINARY, b)
                """);
        Apart.different("CREATE TABLE t (a TEXT, b TEXT COLLATE NOCASE, %s)", """
                UNIQUE (a, b) ~ UNIQUE (b, a)
                UNIQUE (a, b) ~ UNIQUE (a)
                UNIQUE (a) ~ UNIQUE (a DESC)
                UNIQUE (a) ~ UNIQUE (a COLLATE NOCASE)
                UNIQUE (b) ~ UNIQUE (b COLLATE BINARY)
                UNIQUE (a) ~ UNIQUE (a) ON CONFLICT REPLACE
                PRIMARY KEY (a) ~ UNIQUE (a)
                PRIMARY KEY (a, b) ~ PRIMARY KEY (b, a)
                PRIMARY KEY (a) ~ PRIMARY KEY (a) ON CONFLICT REPLACE
                """);
    }

    @Test
    void aCheckIsWhatSqliteMakesOfIt() throws SQLException {
        Apart.same("CREATE TABLE t (a INT, b TEXT, CHECK (%s))", """
                a<>b ~ a != b
                a = b ~ a == b
                (a) ~ a
                ((a > 0)) ~ A > 0
                a > 0 AND b > '' ~ (a > 0) AND (b > '')
                t.a > 0 ~ a > 0
                a IN (1, 2) ~ "a" in ( 1,2 )
                b IN ('x', 'y') ~ b IN ("x", 'y')
                a IS NOT NULL ~ a NOTNULL
                lower(b) = b ~ LOWER ( b ) = b
                a > 0 ~ a > /* positive */ 0
                (a) > 1e3 ~ a > 1000.0
                (b) > x'0aFF' ~ b > X'0AFf'
                """);
        Apart.different("CREATE TABLE t (a INT, b TEXT, CHECK (%s))", """
                a > 0 ~ a >= 0
                a IN (1, 2) ~ a IN (2, 1)
                b IN ('x', 'y') ~ b IN ('x', 'z')
                b <> 'x' ~ b <> 'X'
                b <> "x" ~ b <> "X"
                b <> "x" ~ b <> "b"
                a > 0 AND b > '' ~ b > '' AND a > 0
                b <> '' ~ b <> '' COLLATE NOCASE
                a > 0 ~ a > 0.5
                a > 1.0 ~ a > 1.0000000000000002
                a > x'0001' ~ a > x'0002'
                a > x'0001' ~ a > x'000102'
                """);
    }

    @Test
    void aNameThatSomebodyGaveCounts() throws SQLException {
        assertEquals(List.of("RenameConstraint"), Apart.words(Level.EXACT,
                "CREATE TABLE t (a CHECK (a > 0))", "CREATE TABLE t (a CONSTRAINT n CHECK (a > 0))"));
        assertEquals(List.of(), Apart.words(Level.EXACT,
                "CREATE TABLE t (a CONSTRAINT n CHECK (a > 0))", "CREATE TABLE t (a CHECK (a > 0))"));
        Apart.equivalent("CREATE TABLE t (a, %s)", """
                CONSTRAINT n CHECK (a > 0) ~ CONSTRAINT m CHECK (a > 0)
                CONSTRAINT n UNIQUE (a) ~ CONSTRAINT m UNIQUE (a)
                """);
    }

    @Test
    void aNameOfNothingIsNothing() throws SQLException {
        Apart.same("CREATE TABLE t (a INT %s)", """
                CONSTRAINT n ~
                CONSTRAINT n COLLATE NOCASE ~ COLLATE NOCASE
                CONSTRAINT n DEFAULT 1 CONSTRAINT m ~ DEFAULT 1
                """);
    }

    @Test
    void aForeignKeyIsWhatSqliteTakesItFor() throws SQLException {
        Apart.same("CREATE TABLE p (x INT PRIMARY KEY); CREATE TABLE t (a INT, b INT, FOREIGN KEY (a) %s)", """
                REFERENCES p ~ REFERENCES "P" (X)
                REFERENCES p ~ REFERENCES p ON DELETE NO ACTION ON UPDATE NO ACTION
                REFERENCES p ~ REFERENCES p MATCH FULL
                REFERENCES p ~ REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED
                REFERENCES p ~ REFERENCES p DEFERRABLE
                REFERENCES p ~ REFERENCES p DEFERRABLE INITIALLY IMMEDIATE
                REFERENCES p ON DELETE CASCADE ON UPDATE SET NULL ~ REFERENCES p ON UPDATE SET NULL on delete cascade
                """);
        Apart.different("CREATE TABLE p (x INT PRIMARY KEY, y UNIQUE); CREATE TABLE t (a, b, FOREIGN KEY (a) %s)", """
                REFERENCES p ~ REFERENCES q
                REFERENCES p ~ REFERENCES p (y)
                REFERENCES p ~ REFERENCES p ON DELETE RESTRICT
                REFERENCES p ~ REFERENCES p ON UPDATE CASCADE
                REFERENCES p ~ REFERENCES p DEFERRABLE INITIALLY DEFERRED
                """);
        Apart.different("CREATE TABLE p (x, y, PRIMARY KEY (x, y)); CREATE TABLE t (a, b, %s)", """
                FOREIGN KEY (a, b) REFERENCES p ~ FOREIGN KEY (b, a) REFERENCES p
                FOREIGN KEY (a, b) REFERENCES p ~ FOREIGN KEY (a, b) REFERENCES p (y, x)
                """);
    }

    @Test
    void optionsCount() throws SQLException {
        Apart.different("CREATE TABLE t %s", """
                (a INT PRIMARY KEY) ~ (a INT PRIMARY KEY) STRICT
                (a INT PRIMARY KEY) ~ (a INT PRIMARY KEY) WITHOUT ROWID
                (a INTEGER PRIMARY KEY) ~ (a INTEGER PRIMARY KEY AUTOINCREMENT)
                """);
        Apart.same("CREATE TABLE t %s", """
                (a INT PRIMARY KEY) STRICT, WITHOUT ROWID ~ (a INT PRIMARY KEY) without rowid , strict
                (a INTEGER PRIMARY KEY AUTOINCREMENT) ~ (a INTEGER, PRIMARY KEY (a AUTOINCREMENT))
                """);
    }

    @Test
    void aTableThatAnotherToolWroteIsOursIfOnlyTheSpellingDiffers() throws SQLException {
        Apart.same("CREATE TABLE role (id INTEGER PRIMARY KEY); %s", """
                CREATE TABLE "user" (id INTEGER PRIMARY KEY, email VARCHAR NOT NULL UNIQUE, \
                active BOOLEAN NOT NULL DEFAULT TRUE, role_id INTEGER REFERENCES role); \
                CREATE INDEX ix_user_role_id ON "user" (role_id) ~ \
                CREATE TABLE user ( id INTEGER NOT NULL, email VARCHAR NOT NULL, active BOOLEAN DEFAULT 1 NOT NULL, \
                role_id INTEGER, PRIMARY KEY (id), UNIQUE (email), FOREIGN KEY(role_id) REFERENCES role (id) ); \
                CREATE INDEX ix_user_role_id ON user (role_id)
                """);
    }
}
