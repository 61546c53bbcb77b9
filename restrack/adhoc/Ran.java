package restrack.adhoc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import restrack.apply.Place;

/**
 * A statement that has run.
 *
 * @param place   where it stands
 * @param changed how many rows it inserted, changed or deleted; none for a statement that is not about rows
 * @param rows    what it answered with, if it answers
 * @param notes   what should be known of the changes that it made to tables, a phrase each
 */
public record Ran(Place place, OptionalLong changed, Optional<Rows> rows, List<String> notes) {
    /** The notes are copied. */
    public Ran {
        notes = List.copyOf(notes);
    }
}
