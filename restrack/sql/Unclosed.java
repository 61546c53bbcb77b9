package restrack.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why it cannot be said where a statement ends. Whatever else may be wrong with one, its database says better.
 *
 * @param what what is wrong, without the full stop
 * @param hint what to do about it, as a sentence
 */
record Unclosed(String what, String hint) {
    private static final int SHOWN = 40;

    /** {@return what a token leaves open; none if the statement's end can be found all the same} */
    static Optional<Unclosed> of(Token token) {
        boolean open = token.end() == token.source().length();
        return switch (token.source().charAt(token.offset())) {
            case '\'' -> of(open, token, "string", "'; a quote inside it is written twice");
            case '"' -> of(open, token, "name", "\"; a quote inside it is written twice");
            case '`' -> of(open, token, "name", "`; a quote inside it is written twice");
            case '[' -> of(open, token, "name", "]");
            case '/' -> of(token.isOpenComment(), token, "comment", "*/");
            case 'x', 'X' -> of(token.text().indexOf('\'', 2) < 0, token, "blob", "'");
            case '$' -> of(open && token.length() > 1, token, "string", dollarQuote(token));
            case 'e', 'E' -> of(open, token, "string", "'; a quote inside it is written twice or after a backslash");
            case '\\' -> command(token);
            case 0 -> Optional.of(new Unclosed("There is a NUL character, at which the database would stop reading",
                    "Remove it, or save the file as UTF-8 if it is UTF-16."));
            default -> Optional.empty();
        };
    }

    private static Optional<Unclosed> of(boolean open, Token token, String kind, String closing) {
        String shown = token.text().lines().findFirst().orElse("");
        shown = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
        return open
                ? Optional.of(new Unclosed("The " + kind + " is not closed that begins with " + shown,
                        "Close it with " + closing + "."))
                : Optional.empty();
    }

    private static String dollarQuote(Token token) {
        int tag = token.source().indexOf('$', token.offset() + 1);
        return tag < 0 ? "$" : token.source().substring(token.offset(), tag + 1);
    }

    /** One that is only the backslash is for the database to refuse. */
    private static Optional<Unclosed> command(Token token) {
        var command = token.text().strip();
        if (command.length() == 1) {
            return Optional.empty();
        }
        return Optional.of(command.equals("\\.")
                ? new Unclosed("`\\.` ends rows that COPY … FROM stdin would read, and only psql sends such rows",
                        "Write INSERT statements, or load the rows from a file with `migrate load`.")
                : new Unclosed("`" + command.split("\\s")[0] + "` is a command of psql, not of the database",
                        "Leave it out, or write what it does as SQL; the toolkit does not run psql."));
    }

    /** {@return what is open in a statement that contains statements and does not end} */
    static Unclosed body(List<Token> significant) {
        String start = significant.stream().limit(4).map(Token::text).collect(Collectors.joining(" "));
        return new Unclosed("The body of " + start + " … is not closed",
                "Write END; behind its last statement, which ends with a semicolon too.");
    }

    /** {@return the error} */
    UnclosedException at(int line) {
        return new UnclosedException(line, what + ".", hint);
    }
}
