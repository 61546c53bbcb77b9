package restrack.adhoc;

import java.util.List;

/**
 * A statement as the driver gets it.
 *
 * @param sql    its text, with {@code ?} for each value
 * @param values the values, in order: texts, numbers, null
 */
record BoundStatement(String sql, List<Object> values) {
}
