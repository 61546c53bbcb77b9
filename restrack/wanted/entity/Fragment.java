package restrack.wanted.entity;

import java.util.List;
import java.util.Set;
import restrack.database.Dialect;
import restrack.sql.Token;
import restrack.sql.Tokens;

/** Pieces of SQL that annotations hold. */
record Fragment(List<Token> tokens) {
    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE",
            "CHECK", "REFERENCES", "COLLATE", "GENERATED", "AS", "AUTO_INCREMENT", "COMMENT");

    static Fragment of(String text, Dialect dialect) {
        return new Fragment(Tokens.of(text, dialect.syntax()).stream().filter(it -> !it.isSpaceOrComment()).toList());
    }

    /** {@return whether these words stand in it, one behind the other, outside of parentheses} */
    boolean says(String first, String second) {
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0 && tokens.get(i).is(first) && tokens.get(i + 1).is(second)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the type alone: {@code VARCHAR(20)} of {@code VARCHAR(20) DEFAULT ''}} */
    String type() {
        int end = 0;
        while (end < tokens.size() && CONSTRAINTS.stream().noneMatch(tokens.get(end)::is)) {
            end++;
        }
        return end == 0 ? "" : tokens.get(0).source().substring(tokens.get(0).offset(), tokens.get(end - 1).end());
    }
}
