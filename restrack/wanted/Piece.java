package restrack.wanted;

import restrack.sql.Statement;

/**
 * A statement that makes a part of the wanted schema.
 *
 * @param where     where it was written, for messages: {@code models/user.sql:12}
 * @param statement the statement
 */
public record Piece(String where, Statement statement) {
}
