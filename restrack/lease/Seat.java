package restrack.lease;

/**
 * Where a runner sits: the connection over which it works.
 *
 * @param connection what the server knows the connection by, in a way that no other connection ever has; empty where
 *                   that cannot be known, as behind a pooler that shares connections
 * @param node       which server of several it is, and since when; only there something is known of the connection
 * @param home       which database of the server it is: a copy of the table in another one says nothing of that one
 * @param cluster    whether servers that are peers can undo what this one says is committed
 */
public record Seat(String connection, String node, String home, boolean cluster) {
}
