package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import restrack.sql.JavaTokens;
import restrack.sql.Token;
import restrack.sql.TokenKind;

class JavaTokensTest {
    private static final List<String> NASTY = List.of("\"", "\"\"\"", "'", "\\", "//", "/*", "*/", "/", "\n",
            "\r\n", " ", "a", "1.5e3", "++", "+", "--", "\\u0022", "'\\''", "\"\\\"\"",
            "//DEPS a:b:1\n", "é", "😀", "\ud800", "\0");

    @Test
    void tokensJoinedAreTheSourceAgain() {
        for (long seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var source = RandomSql.some(random, NASTY, random.nextInt(25));
            var joined = JavaTokens.of(source).stream().map(Token::text).collect(Collectors.joining());
            assertEquals(source, joined, "seed " + seed);
        }
    }

    @Test
    void quotesHideComments() {
        assertEquals(List.of("\"// no\"", "'\"'", "'\\''", "\"a\\\"/*\"", "\"\"\"\n// \\\"\"\" \" no\"\"\"", ";"),
                significant("\"// no\" '\"' '\\'' \"a\\\"/*\" \"\"\"\n// \\\"\"\" \" no\"\"\"; // yes"));
    }

    @Test
    void commentsHideQuotes() {
        assertEquals(List.of("a", "b", "c"), significant("a // don't\nb /* \" */ c"));
    }

    @Test
    void aStringEndsWithItsLineAtTheLatest() {
        var tokens = JavaTokens.of("\"open\nx");
        assertEquals(TokenKind.BAD, tokens.get(0).kind());
        assertEquals("x", tokens.get(2).text());
    }

    @Test
    void twoSignsApartAreNotOne() {
        assertEquals(List.of("a", "=", "--", "b"), significant("a = --b"));
        assertEquals(List.of("a", "=", "-", "-", "b"), significant("a = - -b"));
    }

    private static List<String> significant(String source) {
        return JavaTokens.of(source).stream().filter(it -> !it.isSpaceOrComment()).map(Token::text).toList();
    }
}
