package restrack.adopt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the history of another migration tool says of a database.
 *
 * @param tool   the tool, {@code alembic} for instance
 * @param table  the table that says so
 * @param claims what it says is applied, in the order in which it was
 * @param failed what it says stopped half way
 * @param doubts what it says of itself that makes it doubtful, as sentences: a script that failed half way
 */
public record ForeignHistory(String tool, String table, List<Claim> claims, List<Claim> failed,
                             List<String> doubts) {
    private static final int SHOWN = 3;

    /** The lists are copied. */
    public ForeignHistory {
        claims = List.copyOf(claims);
        failed = List.copyOf(failed);
        doubts = List.copyOf(doubts);
    }

    /** {@return what it says, as a phrase: {@code alembic_version says 42d974fafb08}; nothing if it only has doubts} */
    public Optional<String> words() {
        if (claims.isEmpty()) {
            return doubts.isEmpty() ? Optional.of(table + " is empty") : Optional.empty();
        }
        int hidden = Math.max(0, claims.size() - SHOWN);
        var newest = claims.subList(hidden, claims.size());
        return Optional.of(table + " says " + (hidden > 0 ? "… " : "")
                + newest.stream().map(Claim::name).collect(Collectors.joining(", "))
                + (hidden > 0 ? " (" + claims.size() + " in all)" : ""));
    }
}
