package restrack.database.sqlite.grammar;

import java.util.Optional;

/**
 * A name that an expression mentions.
 *
 * @param name      the name
 * @param qualifier what stands before the dot: the {@code t} of {@code t.c}; empty if nothing does
 */
public record Mention(Name name, Optional<Name> qualifier) {
    /** {@return whether the name is this one, as SQLite compares names} */
    public boolean is(String other) {
        return name.is(other);
    }
}
