package restrack.database.mariadb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.Set;
import restrack.database.mariadb.MariaCompound.Walk;

/**
 * Walks through a body to its end. A word such as IF or CASE begins something that has an END of its own only where a
 * statement begins; elsewhere IF is a function, and CASE an expression, which has an END too.
 */
final class MariaBody {
    static final Set<String> OPENING = Set.of("BEGIN", "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");
    private static final Set<String> BEFORE_STATEMENTS = Set.of("BEGIN", "LOOP", "REPEAT");
    private static final String EXPRESSION = "an expression";

    private final Walk walk;
    private final Deque<String> open = new ArrayDeque<>();
    /** Whether a statement begins with the next token. */
    private boolean begins = true;
    /** Whether the statement that is being read declares a handler, which has a statement of its own. */
    private boolean handler;
    private boolean until;

    /** @param walk where the body begins, perhaps with a label */
    MariaBody(Walk walk) {
        this.walk = walk;
    }

    /** {@return the index of the END of the body, or of the word or label behind it; none if it has no end} */
    OptionalInt end() {
        for (; !walk.atEnd(); walk.pass()) {
            if (walk.is("END") && isEnd()) {
                int index = passEnd();
                if (open.isEmpty()) {
                    return OptionalInt.of(index);
                }
            } else {
                read();
            }
        }
        return OptionalInt.empty();
    }

    private boolean isEnd() {
        return begins || until || EXPRESSION.equals(open.peek());
    }

    /** {@return the index of the END, or of what says what it ends} */
    private int passEnd() {
        int index = walk.index();
        boolean expression = EXPRESSION.equals(open.pop());
        begins = false;
        until = false;
        if (!expression && OPENING.stream().anyMatch(it -> walk.isAhead(1, it))) {
            walk.pass();
            index = walk.index();
        }
        return index;
    }

    private void read() {
        boolean first = begins;
        begins = false;
        var token = walk.token();
        if (token.endsStatement()) {
            begins = true;
            handler = false;
        } else if (first && isLabel()) {
            begins = true;
            if (walk.isAhead(1, ':')) {
                walk.pass();
            }
        } else if (first && Walk.opensBehindColon(token)) {
            // A label's colon, with no space before the word.
            open(token.text().substring(1));
        } else if (first && walk.isAny(OPENING)) {
            open(token.text());
        } else if (walk.is("CASE")) {
            open.push(EXPRESSION);
        } else {
            readInside(first);
        }
    }

    /** What begins another statement in the middle of one. */
    private void readInside(boolean first) {
        var inside = open.isEmpty() ? "" : open.peek();
        if (first && walk.is("UNTIL")) {
            until = true;
        } else if (walk.is("THEN") || walk.is("ELSE")) {
            begins = inside.equals("IF") || inside.equals("CASE");
        } else if (walk.is("DO") && !first) {
            begins = inside.equals("WHILE") || inside.equals("FOR");
        } else if (walk.is("HANDLER")) {
            handler = true;
        } else if (handler && isConditionsEnd()) {
            begins = true;
            handler = false;
        }
    }

    /** {@return whether what a handler is for ends with this token, and its statement comes next} */
    private boolean isConditionsEnd() {
        boolean more = walk.is("FOR") || walk.is("NOT") || walk.is("SQLSTATE") || walk.is("VALUE")
                || walk.isSymbol(',');
        return !more && !walk.commaFollows();
    }

    private boolean isLabel() {
        return walk.token().isName() && !walk.isAny(OPENING) && walk.colonFollows();
    }

    private void open(String word) {
        var opened = OPENING.stream().filter(word::equalsIgnoreCase).findFirst().orElseThrow();
        open.push(opened);
        begins = BEFORE_STATEMENTS.contains(opened);
        if (walk.isAhead(1, "NOT") && walk.isAhead(2, "ATOMIC")) {
            walk.pass();
            walk.pass();
        }
    }
}
