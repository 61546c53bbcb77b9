package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.Span;

/** Elements are taken out of lists and put into them, and the comments of the others stay. */
class ElementsTest {
    private static final String TABLE = """
            CREATE TABLE t ( -- the table
                -- above a
                a INT, -- a's
                b INT /* b's */, /* b's too */
                -- above c
                c INT -- c's
                -- below c
            )""";

    @Test
    void theFirstTakesTheCommentOnItsLineWithIt() {
        assertEquals("""
                CREATE TABLE t ( -- the table
                    -- above a
                    b INT /* b's */, /* b's too */
                    -- above c
                    c INT -- c's
                    -- below c
                )""", without(TABLE, "a"));
    }

    @Test
    void oneInTheMiddleLeavesWhatStandsAboveTheNext() {
        assertEquals("""
                CREATE TABLE t ( -- the table
                    -- above a
                    a INT, -- a's
                    -- above c
                    c INT -- c's
                    -- below c
                )""", without(TABLE, "b"));
    }

    @Test
    void theLastTakesTheCommaBeforeItButNoComment() {
        assertEquals("""
                CREATE TABLE t ( -- the table
                    -- above a
                    a INT, -- a's
                    b INT /* b's */ /* b's too */
                    -- above c
                    -- below c
                )""", without(TABLE, "c"));
        assertEquals("""
                CREATE TABLE t ( -- the table
                    -- above a
                    a INT -- a's
                    -- above c
                    -- below c
                )""", without(TABLE, "b", "c"));
    }

    @Test
    void onOneLineACommentBelongsToWhatFollowsIt() {
        assertEquals("CREATE TABLE t(a /* a */, /* c */ c)",
                without("CREATE TABLE t(a /* a */, /* b */ b /* b */, /* c */ c)", "b"));
        assertEquals("CREATE TABLE t(a /* a */, /* b */ b /* b */)",
                without("CREATE TABLE t(a /* a */, /* b */ b /* b */, /* c */ c)", "c"));
        assertEquals("CREATE TABLE t( /* b */ b /* b */, /* c */ c)",
                without("CREATE TABLE t( /* a */ a /* a */, /* b */ b /* b */, /* c */ c)", "a"));
        assertEquals("CREATE TABLE t(a,c)", without("CREATE TABLE t(a,b,c)", "b"));
        assertEquals("CREATE TABLE t(a,b)", without("CREATE TABLE t(a,b,c)", "c"));
        assertEquals("CREATE TABLE t(b,c)", without("CREATE TABLE t(a,b,c)", "a"));
        assertEquals("CREATE TABLE t(a )", without("CREATE TABLE t(a , b /* b */, c )", "b", "c"));
    }

    @Test
    void aLineCommentNeverSwallowsWhatFollows() {
        assertEquals("CREATE TABLE t(a -- a\n)", without("CREATE TABLE t(a, -- a\nb)", "b"));
        assertEquals("CREATE TABLE t(a -- a\n)", without("CREATE TABLE t(a -- a\n, b)", "b"));
        assertEquals("CREATE TABLE t(a -- a\n)", without("CREATE TABLE t(a, -- a\nb, c)", "b", "c"));
        assertEquals("CREATE TABLE t(a -- a\n)", without("CREATE TABLE t(a -- a\n, b -- b\n, c)", "b", "c"));
    }

    @Test
    void commasMayBeginTheLines() {
        var table = """
                CREATE TABLE t (
                    a -- a's
                  , b -- b's
                  , c -- c's
                )""";
        assertEquals("""
                CREATE TABLE t (
                    a -- a's
                  , c -- c's
                )""", without(table, "b"));
        assertEquals("""
                CREATE TABLE t (
                    a -- a's
                  , b -- b's
                )""", without(table, "c"));
        assertEquals("""
                CREATE TABLE t (
                    b -- b's
                  , c -- c's
                )""", without(table, "a"));
    }

    @Test
    void constraintsNeedNoCommas() {
        assertEquals("CREATE TABLE t(a, CHECK (1) UNIQUE (a))",
                withoutConstraint("CREATE TABLE t(a, CHECK (1) CHECK (2) UNIQUE (a))", 1));
        assertEquals("CREATE TABLE t(a, CHECK (2) UNIQUE (a))",
                withoutConstraint("CREATE TABLE t(a, CHECK (1) CHECK (2) UNIQUE (a))", 0));
        assertEquals("CREATE TABLE t(a, CHECK (1))", withoutConstraint("CREATE TABLE t(a, CHECK (1) CHECK (2))", 1));
        assertEquals("CREATE TABLE t(a)", withoutConstraint("CREATE TABLE t(a, CHECK (1) CHECK (2))", 0, 1));
    }

    /** Otherwise SQLite would call the last one n too. */
    @Test
    void theCommaThatEndsANameStays() {
        assertEquals("CREATE TABLE t(a, CONSTRAINT n CHECK (1) , CHECK (3))",
                withoutConstraint("CREATE TABLE t(a, CONSTRAINT n CHECK (1) CHECK (2), CHECK (3))", 1));
        assertEquals("CREATE TABLE t(a, CHECK (3))",
                withoutConstraint("CREATE TABLE t(a, CONSTRAINT n CHECK (1) CHECK (2), CHECK (3))", 0, 1));
    }

    @Test
    void newOnesGoBehindTheCommentOfTheOneBefore() {
        assertEquals("""
                CREATE TABLE t ( -- the table
                    -- above a
                    a INT, -- a's
                    x,
                    y,
                    b INT /* b's */, /* b's too */
                    -- above c
                    c INT, -- c's
                    CHECK (1)
                    -- below c
                )""", Edits.on(TABLE).addElements(element(TABLE, "a"), List.of("x", "y"))
                .addElements(element(TABLE, "c"), List.of("CHECK (1)")).text());
        assertEquals("CREATE TABLE t(a, x, y)", added("CREATE TABLE t(a)", "a"));
        assertEquals("CREATE TABLE t(a, x, y, b)", added("CREATE TABLE t(a, b)", "a"));
        assertEquals("CREATE TABLE t(a, -- a\n    x,\n    y\n)", added("CREATE TABLE t(a -- a\n)", "a"));
        assertEquals("CREATE TABLE t(\n a, -- a\n x,\n y\n , b)", added("CREATE TABLE t(\n a -- a\n , b)", "a"));
    }

    @Test
    void newOnesMayTakeThePlaceOfOthers() {
        for (var table : List.of("CREATE TABLE t(a, b)", "CREATE TABLE t(a /* a */, b)",
                "CREATE TABLE t(\n  a, -- a\n  b -- b\n)", "CREATE TABLE t(a -- a\n, b)",
                "CREATE TABLE t(a, /* b */ b)")) {
            var edits = Edits.on(table)
                    .removeElements(CreateTable.parse(table).elements(), List.of(element(table, "b")));
            var text = edits.addElements(element(table, "a"), List.of("x", "y")).text();
            assertEquals(List.of("a", "x", "y"), elements(text), text);
        }
    }

    @Test
    void onlyElementsOfTheListCanGo() {
        assertThrows(IllegalArgumentException.class, () -> Edits.on(TABLE)
                .removeElements(CreateTable.parse(TABLE).elements(), List.of(new Span(0, 3))));
    }

    /** Each element is on a line of its own, so that what must be left can be written down. */
    @Test
    void anyOfThemInAnyLayout() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var kept = new boolean[1 + random.nextInt(6)];
            var all = new boolean[kept.length];
            Arrays.fill(all, true);
            for (int i = 0; i < kept.length; i++) {
                kept[i] = random.nextBoolean();
            }
            kept[random.nextInt(kept.length)] = true;
            long comments = random.nextLong();
            var table = CreateTable.parse(lines(all, comments));
            var out = new ArrayList<Span>();
            for (int i = 0; i < kept.length; i++) {
                if (!kept[i]) {
                    out.add(table.elements().get(i));
                }
            }
            assertEquals(lines(kept, comments), Edits.on(table.text()).removeElements(table.elements(), out).text(),
                    "seed " + seed);
        }
    }

    private static String lines(boolean[] kept, long comments) {
        var text = new StringBuilder("CREATE TABLE t(");
        int last = kept.length - 1;
        while (!kept[last]) {
            last--;
        }
        for (int i = 0; i < kept.length; i++) {
            var random = new Random(comments + i);
            text.append(RandomTable.one(random, List.of("", "\n  -- above " + i, "\n  /* , */", "\n  -- (\n\n  -- )")));
            var before = RandomTable.one(random, List.of("", "", "/* c */ "));
            var behind = RandomTable.one(random, List.of("", " -- of " + i, " /* of */ /* " + i + " */"));
            text.append(kept[i] ? "\n  " + before + "c" + i + " INT" + (i < last ? "," : "") + behind : "");
        }
        return text.append("\n)").toString();
    }

    @Test
    void whateverTheGrammarMakes() throws SQLException {
        int accepted = 0;
        for (long seed = 0; seed < 1500; seed++) {
            var random = new Random(seed);
            var table = CreateTable.parse(RandomTable.text(random, RandomTable.tokens(random)));
            if (table.constraints().stream().anyMatch(Constraint.Dangling.class::isInstance)) {
                continue;
            }
            var spans = new ArrayList<>(table.elements());
            var kept = new ArrayList<>(spans);
            Collections.shuffle(spans, random);
            var out = spans.subList(0, random.nextInt(spans.size()));
            out.remove(kept.get(0));
            kept.removeAll(out);
            var wanted = kept.stream().map(it -> it.in(table.text())).collect(Collectors.toCollection(ArrayList::new));
            var edits = Edits.on(table.text()).removeElements(table.elements(), out);
            int at = random.nextInt((int) kept.stream().filter(it -> isColumn(table, it)).count());
            if (random.nextBoolean()) {
                edits.addElements(kept.get(at), List.of("new_one TEXT", "\"other\" INT"));
                wanted.addAll(at + 1, List.of("new_one TEXT", "\"other\" INT"));
            }
            var message = "seed " + seed + ": " + table.text() + "\nbecame " + edits.text();
            var edited = CreateTable.parse(edits.text());
            assertEquals(wanted, elements(edits.text()), message);
            Agreement.checkPieces(edited, message);
            try (var sqlite = new Sqlite()) {
                if (sqlite.run(edits.text()).isEmpty()) {
                    accepted++;
                    Agreement.check(sqlite, edited, message);
                }
            }
        }
        assertTrue(accepted > 400, "Too few make sense: " + accepted);
    }

    private static boolean isColumn(CreateTable table, Span span) {
        return table.columns().stream().anyMatch(it -> it.span().equals(span));
    }

    private static String added(String table, String after) {
        return Edits.on(table).addElements(element(table, after), List.of("x", "y")).text();
    }

    private static List<String> elements(String table) {
        return CreateTable.parse(table).elements().stream().map(it -> it.in(table)).toList();
    }

    private static Span element(String table, String column) {
        return CreateTable.parse(table).column(column).orElseThrow().span();
    }

    private static String without(String table, String... columns) {
        var out = Arrays.stream(columns).map(it -> element(table, it)).toList();
        var text = Edits.on(table).removeElements(CreateTable.parse(table).elements(), out).text();
        CreateTable.parse(text);
        return text;
    }

    private static String withoutConstraint(String table, Integer... constraints) {
        var parsed = CreateTable.parse(table);
        var out = Arrays.stream(constraints).map(it -> parsed.constraints().get(it).span()).toList();
        var text = Edits.on(table).removeElements(parsed.elements(), out).text();
        CreateTable.parse(text);
        return text;
    }
}
