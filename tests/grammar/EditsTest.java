package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.Span;

class EditsTest {
    @Test
    void placesAreThoseOfTheTextAsItWas() {
        assertEquals("XXXbc-Ye-",
                Edits.on("abcde").insert(5, "-").replace(new Span(3, 4), "Y").insert(3, "-")
                        .replace(new Span(0, 1), "XXX").text());
        assertEquals("ae", Edits.on("abcde").remove(new Span(1, 3)).remove(new Span(3, 4)).text());
        assertEquals("abc", Edits.on("abc").text());
    }

    @Test
    void insertionsAtOnePlaceKeepTheirOrder() {
        assertEquals("a123", Edits.on("ab").insert(1, "1").replace(new Span(1, 2), "3").insert(1, "2").text());
    }

    @Test
    void changesThatOverlapAreRefused() {
        var edits = Edits.on("abcdef").replace(new Span(1, 4), "x");
        assertThrows(IllegalArgumentException.class, () -> edits.remove(new Span(3, 5)));
        assertThrows(IllegalArgumentException.class, () -> edits.replace(new Span(1, 4), "y"));
        assertThrows(IllegalArgumentException.class, () -> edits.insert(2, "y"));
        assertThrows(IllegalArgumentException.class, () -> edits.remove(new Span(5, 7)));
        assertThrows(IllegalArgumentException.class, () -> Edits.on("abc").insert(1, "x").remove(new Span(0, 2)));
        assertEquals("a1x2ef", edits.insert(1, "1").insert(4, "2").text());
    }

    @Test
    void emptinessIsSeen() {
        assertTrue(Edits.on("a").isEmpty());
        assertFalse(Edits.on("a").insert(0, "").isEmpty());
    }

    @Test
    void wordsGoWithTheWhiteSpaceBeforeThem() {
        assertEquals("CREATE TABLE t(a INT UNIQUE, b)", without("CREATE TABLE t(a INT NOT NULL UNIQUE, b)", 0));
        assertEquals("CREATE TABLE t(a INT NOT NULL, b)", without("CREATE TABLE t(a INT NOT NULL UNIQUE, b)", 1));
        assertEquals("CREATE TABLE t(a INT, b)", without("CREATE TABLE t(a INT\n    NOT NULL, b)", 0));
        assertEquals("CREATE TABLE t(a INT /* x */)", without("CREATE TABLE t(a INT NOT NULL /* x */)", 0));
        assertEquals("CREATE TABLE t(a INT UNIQUE)", without("CREATE TABLE t(a INT CHECK(1)UNIQUE)", 0));
        assertEquals("CREATE TABLE t(a INT -- x\n)", without("CREATE TABLE t(a INT -- x\n  NOT NULL)", 0));
        assertEquals("CREATE TABLE t(a INT -- x\n  , b)", without("CREATE TABLE t(a INT -- x\n  NOT NULL\n  , b)", 0));
    }

    private static String without(String table, int constraint) {
        var parsed = CreateTable.parse(table);
        var text = Edits.on(table).removeWords(parsed.allConstraints().get(constraint).span()).text();
        assertEquals(parsed.allConstraints().size() - 1, CreateTable.parse(text).allConstraints().size(), text);
        return text;
    }
}
