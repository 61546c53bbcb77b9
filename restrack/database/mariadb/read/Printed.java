package restrack.database.mariadb.read;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import restrack.schema.Sql;
import restrack.sql.Compound;
import restrack.sql.Syntax;
import restrack.sql.Syntax.Trait;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * SQL as the server itself prints it: one statement, without any of the freedom that a person has. So it is read here
 * by rules of its own, whatever scripts may say.
 */
public final class Printed {
    private static final Syntax SYNTAX = Syntax.of(new OneStatement(), Trait.BACKTICK_NAMES, Trait.BACKSLASH_ESCAPES);

    private Printed() {
    }

    private static final class OneStatement implements Compound {
        @Override
        public boolean begins(List<Token> tokens, int first) {
            return false;
        }

        @Override
        public OptionalInt close(List<Token> tokens, int first) {
            return OptionalInt.empty();
        }
    }

    /** {@return what counts of a text; comments do, where the server runs what stands in them} */
    public static List<Token> tokens(String text) {
        return Tokens.of(text, SYNTAX).stream().filter(it -> it.kind() != TokenKind.SPACE
                && it.kind() != TokenKind.LINE_COMMENT && (it.kind() != TokenKind.BLOCK_COMMENT || isRun(it)))
                .toList();
    }

    /** Whether a comment is one that the server runs. */
    private static boolean isRun(Token comment) {
        return comment.text().startsWith("/*!") || comment.text().startsWith("/*M!");
    }

    /** {@return where the parenthesis closes that opens at an index; the last index if nowhere} */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** {@return whether these keywords stand at an index} */
    static boolean sees(List<Token> tokens, int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@return the text that neighbouring tokens are; empty if there are none} */
    static String text(List<Token> tokens) {
        return tokens.isEmpty() ? "" : tokens.get(0).source()
                .substring(tokens.get(0).offset(), tokens.get(tokens.size() - 1).end());
    }

    /** {@return the same with what comparisons go by: names without case and needless quotes, one space} */
    static String normal(List<Token> tokens) {
        var text = new StringBuilder();
        for (var token : tokens) {
            text.append(text.isEmpty() ? "" : " ").append(token.kind() == TokenKind.QUOTED_NAME
                    ? '`' + token.name().toLowerCase(Locale.ROOT) + '`' : token.text());
        }
        return text.toString();
    }

    static Sql sql(List<Token> tokens) {
        return new Sql(text(tokens), normal(tokens));
    }

    /** {@return the same behind other words} */
    static Sql sql(String before, List<Token> tokens) {
        return new Sql(before + text(tokens), before + normal(tokens));
    }
}
