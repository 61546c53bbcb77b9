package restrack.database.mariadb;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import restrack.sql.Compound;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * Finds where the bodies of triggers, routines and events end, and blocks that stand alone (MariaDB documentation,
 * "Programmatic &amp; Compound Statements"). Where a script has named a delimiter, a body that seems to go on behind it
 * ends there.
 */
final class MariaCompound implements Compound {
    private static final Set<String> PROGRAMS = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "PACKAGE");
    /** What a block begins with that stands alone; BEGIN alone begins a transaction. */
    private static final Set<String> BLOCKS = Set.of("IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");
    /** How many tokens a definer has at most, and what may follow it: DEFINER = 'a' @ 'b' AGGREGATE. */
    private static final int DEFINER = 8;

    @Override
    public boolean begins(List<Token> tokens, int first) {
        var walk = new Walk(tokens, first);
        if (walk.is("BEGIN")) {
            return walk.isAhead(1, "NOT") && walk.isAhead(2, "ATOMIC");
        }
        return walk.isAny(BLOCKS) || toBody(walk);
    }

    /**
     * Passes the head of a program.
     *
     * @return whether a body follows that contains statements
     */
    private static boolean toBody(Walk walk) {
        if (walk.is("ALTER") && walk.isAhead(1, "EVENT")) {
            return walk.skipTo("DO") && walk.atBlock();
        }
        if (!walk.is("CREATE")) {
            return false;
        }
        passHead(walk);
        if (walk.is("PACKAGE")) {
            return true;
        }
        if (walk.is("TRIGGER")) {
            return walk.skipTo("EACH") && walk.skipTo("ROW") && walk.atBlock();
        }
        if (walk.is("EVENT")) {
            return walk.skipTo("DO") && walk.atBlock();
        }
        return walk.isAny(PROGRAMS) && walk.skipParentheses() && walk.atBlock();
    }

    private static void passHead(Walk walk) {
        walk.pass();
        if (walk.is("OR")) {
            walk.pass();
            walk.pass();
        }
        if (walk.is("DEFINER")) {
            for (int i = 0; i < DEFINER && !walk.atEnd() && !walk.isAny(PROGRAMS); i++) {
                walk.pass();
            }
        }
        if (walk.is("AGGREGATE")) {
            walk.pass();
        }
    }

    @Override
    public OptionalInt close(List<Token> tokens, int first) {
        int delimiter = delimiter(tokens, first);
        var walk = new Walk(tokens.subList(0, delimiter < 0 ? tokens.size() : delimiter), first);
        boolean known = walk.is("BEGIN") || walk.isAny(BLOCKS) || toBody(walk) && !walk.is("PACKAGE");
        var end = known ? new MariaBody(walk).end() : OptionalInt.empty();
        return end.isPresent() || delimiter < 0 ? end : OptionalInt.of(delimiter - 1);
    }

    /** The index of the next delimiter that a script has named; -1 if its statements end with semicolons. */
    private static int delimiter(List<Token> tokens, int first) {
        for (int i = first; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == TokenKind.DELIMITER) {
                return tokens.get(i).text().contains(" ") || tokens.get(i).text().contains("\t") ? -1 : i;
            }
        }
        return -1;
    }

    /** Walks over tokens that count. */
    static final class Walk {
        /** What a statement begins with that contains no others: a body of one statement needs no end. */
        private static final Set<String> SIMPLE = Set.of("RETURN", "SELECT", "INSERT", "UPDATE", "DELETE", "SET",
                "CALL", "REPLACE", "WITH", "VALUES", "SIGNAL", "SONAME", "EXECUTE", "TRUNCATE", "DROP", "CREATE",
                "ALTER", "OPTIMIZE", "ANALYZE", "DO");

        private final List<Token> tokens;
        private int at;

        Walk(List<Token> tokens, int first) {
            this.tokens = tokens;
            this.at = first;
            if (first < tokens.size() && tokens.get(first).kind() == TokenKind.CONDITION) {
                pass();
            }
        }

        boolean atEnd() {
            return at >= tokens.size();
        }

        /** The index of the token that comes next. */
        int index() {
            return at;
        }

        Token token() {
            return tokens.get(at);
        }

        boolean is(String word) {
            return !atEnd() && token().is(word);
        }

        boolean isAny(Set<String> words) {
            return !atEnd() && words.stream().anyMatch(token()::is);
        }

        boolean isSymbol(char symbol) {
            return !atEnd() && token().isSymbol(symbol);
        }

        void pass() {
            at = next(at);
        }

        private int next(int index) {
            int next = index + 1;
            while (next < tokens.size() && (tokens.get(next).isSpaceOrComment()
                    || tokens.get(next).kind() == TokenKind.CONDITION)) {
                next++;
            }
            return next;
        }

        /** {@return whether a token is {@code :BEGIN}, behind a label and without a space} */
        static boolean opensBehindColon(Token token) {
            return token.kind() == TokenKind.PARAMETER && token.text().startsWith(":")
                    && MariaBody.OPENING.stream().anyMatch(token.text().substring(1)::equalsIgnoreCase);
        }

        boolean isAhead(int steps, char symbol) {
            int index = at;
            for (int i = 0; i < steps; i++) {
                index = next(index);
            }
            return index < tokens.size() && tokens.get(index).length() == 1
                    && tokens.get(index).source().charAt(tokens.get(index).offset()) == symbol;
        }

        boolean isAhead(int steps, String word) {
            int index = at;
            for (int i = 0; i < steps; i++) {
                index = next(index);
            }
            return index < tokens.size() && tokens.get(index).is(word);
        }

        /** {@return whether a colon comes behind this token, which is a label then} */
        boolean colonFollows() {
            int next = next(at);
            return next < tokens.size() && tokens.get(next).text().startsWith(":")
                    && !tokens.get(next).text().equals(":=");
        }

        /** {@return whether a comma comes behind this token} */
        boolean commaFollows() {
            int next = next(at);
            return next < tokens.size() && tokens.get(next).isSymbol(',');
        }

        /** Passes everything up to a word, and the word; false if the statement ends before. */
        boolean skipTo(String word) {
            for (; !atEnd() && !token().endsStatement(); pass()) {
                if (is(word)) {
                    pass();
                    return true;
                }
            }
            return false;
        }

        /** Passes everything up to the end of the first parentheses; false if the statement ends before. */
        boolean skipParentheses() {
            int depth = 0;
            for (; !atEnd() && !(depth == 0 && token().endsStatement()); pass()) {
                depth += isSymbol('(') ? 1 : isSymbol(')') ? -1 : 0;
                if (depth == 0 && isSymbol(')')) {
                    pass();
                    return true;
                }
            }
            return false;
        }

        /** Passes what may stand before a body; false if it is a statement without others in it, or there is none. */
        boolean atBlock() {
            for (; !atEnd() && !token().endsStatement(); pass()) {
                if (is("RETURNS")) {
                    pass();
                } else if (is("BEGIN") || isAny(BLOCKS) || opensBehindColon(token())) {
                    return true;
                } else if (isAny(SIMPLE)) {
                    return false;
                }
            }
            return false;
        }
    }
}
