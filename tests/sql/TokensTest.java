package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Syntax;
import restrack.sql.Syntax.Trait;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

class TokensTest {
    @Test
    void tokensJoinedAreTheTextAgain() {
        for (long seed = 0; seed < 3000; seed++) {
            var text = RandomSql.nasty(new Random(seed));
            for (var syntax : List.of(SqliteSyntax.SQLITE, everythingElse())) {
                var joined = Tokens.of(text, syntax).stream().map(Token::text).collect(Collectors.joining());
                assertEquals(text, joined, "seed " + seed);
            }
        }
    }

    @Test
    void eachKindIsTold() {
        assertEquals("SPACE \n\t|LINE_COMMENT -- a 'b|SPACE \n|BLOCK_COMMENT /* ; */|WORD été$1",
                read("\n\t-- a 'b\n/* ; */été$1"));
        assertEquals("QUOTED_NAME \"a\"\"b\"|QUOTED_NAME `a``b`|QUOTED_NAME [a b]|STRING 'it''s'",
                read("\"a\"\"b\"`a``b`[a b]'it''s'"));
        assertEquals("BLOB x'0aFF'|SPACE  |BAD x'0'|SPACE  |BAD x'0g'|SPACE  |WORD x", read("x'0aFF' x'0' x'0g' x"));
        assertEquals("PARAMETER ?|PARAMETER ?12|PARAMETER :a|PARAMETER @b$c|PARAMETER #1|BAD :", read("??12:a@b$c#1:"));
    }

    @Test
    void numbersAreWhatSqliteTakesForThem() {
        for (var number : List.of("1", "1.", ".5", "1.5", "1e5", "1.5E-3", "1e+5", "0x1F", "1_000")) {
            assertEquals("NUMBER " + number, read(number));
        }
        assertEquals("BAD 12ab", read("12ab"));
        assertEquals("BAD 0xfg", read("0xfg"));
        assertEquals("BAD 1e|SYMBOL +", read("1e+"));
        assertEquals("NUMBER 1|SYMBOL -|NUMBER 1", read("1-1"));
    }

    @Test
    void operatorsAreAsLongAsTheyCanBe() {
        for (var symbol : List.of("-", "->", "->>", "=", "==", "<", "<=", "<>", "<<", ">", ">=", ">>", "!=", "|", "||",
                "+", "*", "/", "%", "&", "~", "(", ")", ",", ";", ".")) {
            assertEquals("SYMBOL " + symbol, read(symbol));
        }
        assertEquals("SYMBOL (|SYMBOL )|SYMBOL ;|SYMBOL ;|SYMBOL ,", read("();;,"));
        assertEquals("BAD !", read("!"));
        assertEquals("BAD \\", read("\\"));
    }

    @Test
    void whatIsNotClosedIsBadUpToTheEnd() {
        for (var open : List.of("'a;\n", "'a''", "\"a;", "`a;", "[a;", "x'0a")) {
            assertEquals("BAD " + open, read(open));
        }
    }

    @Test
    void aBlockCommentAtTheEndNeedNotBeClosedInSqlite() {
        assertEquals("BLOCK_COMMENT /* a;", read("/* a;"));
        assertEquals("BLOCK_COMMENT /*/ a", read("/*/ a"));
        assertEquals("SYMBOL /|SYMBOL *", read("/*"));
        assertEquals("BAD /* a;", read("/* a;", everythingElse()));
    }

    @Test
    void otherDatabasesDifferByTraits() {
        assertEquals("LINE_COMMENT # a", read("# a", everythingElse()));
        assertEquals("STRING 'a\\'b'", read("'a\\'b'", everythingElse()));
        assertEquals("BLOCK_COMMENT /* /* */ a */", read("/* /* */ a */", everythingElse()));
        assertEquals("SYMBOL [|NUMBER 1|SYMBOL ]", read("[1]", everythingElse()));
        assertEquals("BLOCK_COMMENT /* /* */|SPACE  |WORD a|SPACE  |SYMBOL *|SYMBOL /", read("/* /* */ a */"));
    }

    @Test
    void namesAreReadWithoutTheirQuotes() {
        assertEquals(List.of("a\"b", "a`b", "a b", "it's", "Plain"),
                Tokens.of("\"a\"\"b\"`a``b`[a b]'it''s'Plain", SqliteSyntax.SQLITE).stream().map(Token::name).toList());
    }

    @Test
    void onlyAWordIsAKeyword() {
        assertTrue(first("Create").is("CREATE"));
        assertFalse(first("\"create\"").is("create"));
        assertFalse(first("creates").is("create"));
    }

    @Test
    void aTokenKnowsItsPlace() {
        var token = Tokens.of("a\n\r\n  b", SqliteSyntax.SQLITE).get(2);
        assertEquals("b", token.text());
        assertEquals(6, token.offset());
        assertEquals(7, token.end());
        assertEquals(3, token.line());
    }

    @Test
    void aByteOrderMarkIsSpace() {
        assertEquals(TokenKind.SPACE, first("\uFEFFCREATE").kind());
    }

    private static Token first(String text) {
        return Tokens.of(text, SqliteSyntax.SQLITE).get(0);
    }

    private static Syntax everythingElse() {
        return Syntax.of(SqliteSyntax.SQLITE.compound(), Trait.BACKSLASH_ESCAPES, Trait.HASH_COMMENTS,
                Trait.NESTED_COMMENTS);
    }

    private static String read(String text) {
        return read(text, SqliteSyntax.SQLITE);
    }

    private static String read(String text, Syntax syntax) {
        return Tokens.of(text, syntax).stream().map(Token::toString).collect(Collectors.joining("|"));
    }
}
