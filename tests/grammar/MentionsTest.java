package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.Mention;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.Span;

class MentionsTest {
    @Test
    void columnsAreMentioned() {
        assertMentions("a + b * -c", "a", "b", "c");
        assertMentions("\"a b\" = [c] || `d`", "a b", "c", "d");
        assertMentions("t.a > main.t.\"b\" -- x\n AND /* y */ NOT c", "t.a", "t.b", "c");
        assertMentions("a BETWEEN b AND c OR d IS NOT NULL", "a", "b", "c", "d");
        assertMentions("(a, b) IN ((1, c), (d, 2))", "a", "b", "c", "d");
        assertMentions("a ->> '$.x' LIKE b ESCAPE c", "a", "b", "c");
    }

    @Test
    void functionsCollationsTypesAndTimesAreNot() {
        assertMentions("lower(a) = \"upper\"(b) COLLATE nocase AND c", "a", "b", "c");
        assertMentions("CAST(a AS VARCHAR(10)) || CAST(b AS INT) || c", "a", "b", "c");
        assertMentions("a < CURRENT_TIMESTAMP AND count(*) > b", "a", "b");
        assertMentions("sum(a) FILTER (WHERE b) OVER w + c", "a", "b", "c");
        assertMentions("NULL IS a", "a");
        assertMentions("RAISE(IGNORE)", "IGNORE");
    }

    @Test
    void keywordsAreNamesOnlyWhereAnOperandIsDue() {
        assertMentions("CASE end WHEN like THEN end ELSE x END + glob", "end", "like", "end", "x", "glob");
        assertMentions("a LIKE like AND a ISNULL OR key NOTNULL", "a", "like", "a", "key");
        assertMentions("asc DESC, desc ASC NULLS LAST, last", "asc", "desc", "last");
        assertMentions("a COLLATE desc DESC", "a");
    }

    @Test
    void stringsOnlyIfAskedFor() {
        var text = "a = 'b' OR c = 'it''s' /* 'x' */";
        assertMentions(text, "a", "c");
        assertEquals(List.of("b", "it's"), Mentions.strings(text, all(text)).stream().map(Name::value).toList());
    }

    @Test
    void subqueriesMentionTablesToo() {
        assertMentions("EXISTS (SELECT x.a FROM p AS q WHERE q.b = c)", "x.a", "p", "q.b", "c");
    }

    @Test
    void onlyInTheSpan() {
        var text = "CHECK (a > b)";
        var mentions = Mentions.of(text, new Span(7, 12));
        assertEquals(List.of("a", "b"), mentions.stream().map(it -> it.name().value()).toList());
        assertEquals(new Span(11, 12), mentions.get(1).name().span());
        assertEquals(List.of("a"), Mentions.of(text, new Span(7, 10)).stream().map(it -> it.name().value()).toList());
    }

    @Test
    void anywhereMeansAllThatCouldBeNames() {
        var text = "UPDATE OF a, \"b\" ON t SET x.c = 'd' WHERE f(e)";
        assertEquals(List.of("OF", "a", "b", "t", "x.c", "f", "e"),
                Mentions.anywhere(text, all(text)).stream().map(MentionsTest::text).toList());
    }

    private static void assertMentions(String expression, String... names) {
        assertEquals(List.of(names),
                Mentions.of(expression, all(expression)).stream().map(MentionsTest::text).toList(), expression);
    }

    private static String text(Mention mention) {
        return mention.qualifier().map(it -> it.value() + ".").orElse("") + mention.name().value();
    }

    private static Span all(String text) {
        return new Span(0, text.length());
    }
}
