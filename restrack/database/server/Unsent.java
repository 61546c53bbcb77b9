package restrack.database.server;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said to the server of our tables, and needs no answer: it waits for what is said next, which saves ways
 * there and back. It is never more than what may well be one packet.
 */
final class Unsent {
    private static final int MOST = 16;
    private static final int MOST_CHARACTERS = 100_000;

    private final List<OwnStatement> statements = new ArrayList<>();
    private int characters;

    /** {@return whether there is room for another one, beside those that wait} */
    boolean hasRoomFor(OwnStatement statement) {
        return statements.isEmpty()
                || statements.size() < MOST && characters + statement.length() <= MOST_CHARACTERS;
    }

    void add(OwnStatement statement) {
        statements.add(statement);
        characters += statement.length();
    }

    /** {@return what waits; it is to be sent at once, or never} */
    List<OwnStatement> take() {
        var taken = List.copyOf(statements);
        statements.clear();
        characters = 0;
        return taken;
    }
}
