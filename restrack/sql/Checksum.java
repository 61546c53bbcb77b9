package restrack.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * The checksum of what a script means: comments, white space, line ends and empty statements do not count,
 * everything else does. Its parts are given one by one, each under a name of its own:
 * <pre>{@code Checksum.start().values("revises", ids).section("up", tokens).section("down", tokens).hex()}</pre>
 * Two scripts have the same checksum exactly if they were given the same parts in the same order. Case is not
 * folded, because in strings and in quoted names it matters, and in a name it is what the database keeps.
 */
public final class Checksum {
    /** Each piece follows its length, so that no two lists of pieces make one text. */
    private final StringBuilder parts = new StringBuilder();

    private Checksum() {
    }

    /** {@return a checksum of nothing so far} */
    public static Checksum start() {
        return new Checksum();
    }

    /**
     * Adds SQL. Comments that the database runs, {@code /*! … *}{@code /} and {@code /*M! … *}{@code /}, count, and so
     * do lines that make a statement run in batches, or say that it may be repeated.
     */
    public Checksum section(String name, List<Token> tokens) {
        open(name);
        boolean any = false;
        boolean between = false;
        for (Token token : tokens) {
            if (token.endsStatement()) {
                between = any;
            } else if (!token.isSpaceOrComment() || runs(token) || isDirective(token)) {
                if (between) {
                    piece(";");
                }
                piece(isDirective(token) ? "-- " + BatchLine.words(token) : token.text());
                any = true;
                between = false;
            }
        }
        return close();
    }

    /** Adds Java source. Its {@code //DEPS} lines count, although Java takes them for comments. */
    public Checksum java(String name, String source) {
        open(name);
        for (Token token : JavaTokens.of(source)) {
            if (!token.isSpaceOrComment()) {
                piece(token.text());
            } else if (token.text().startsWith("//DEPS ")) {
                piece(token.text().strip());
            }
        }
        return close();
    }

    /** Adds strings whose order does not count: the revisions that one revises, say. */
    public Checksum values(String name, Collection<String> values) {
        open(name);
        values.stream().sorted().forEach(this::piece);
        return close();
    }

    /** {@return the SHA-256 of all parts in 64 lower case hex digits} */
    public String hex() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(parts.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static boolean isDirective(Token token) {
        return BatchLine.is(token) || RepeatableLine.is(token);
    }

    private static boolean runs(Token token) {
        return token.source().startsWith("/*!", token.offset()) || token.source().startsWith("/*M!", token.offset());
    }

    private void open(String name) {
        piece(name);
        parts.append('{');
    }

    private Checksum close() {
        parts.append('}');
        return this;
    }

    private void piece(String piece) {
        // Version control may change line ends, inside strings as well.
        String text = piece.indexOf('\r') < 0 ? piece : piece.replace("\r\n", "\n");
        parts.append(text.length()).append(':').append(text);
    }
}
