package restrack.database.server;

import java.util.List;
import restrack.sql.Statement;

/**
 * Statements that have nothing to do with the session in which they run: they change tables or rows, and call nothing
 * that could do more. What their triggers do is not looked at.
 */
public final class SessionUse {
    private static final List<String> CHANGES = List.of("ALTER", "COMMENT", "CREATE", "DELETE", "DROP", "INSERT",
            "UPDATE");

    private SessionUse() {
    }

    /** {@return whether none of the statements has to do with the session, as far as their first words tell} */
    public static boolean none(List<Statement> statements) {
        return statements.stream().allMatch(it -> CHANGES.stream().anyMatch(it::starts)
                && !it.starts("CREATE", "EXTENSION") && !it.starts("ALTER", "EXTENSION"));
    }
}
