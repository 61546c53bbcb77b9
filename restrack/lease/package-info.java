/**
 * One runner at a time, on databases that several machines reach.
 *
 * <p>Locks of the database itself do not serve: advisory locks are lost behind poolers that share connections,
 * {@code GET_LOCK} and row locks of a Galera cluster are those of one node, and whoever waits for one has a transaction
 * open, for which {@code CREATE INDEX CONCURRENTLY} of the holder waits. So there is a table of two rows instead, which
 * serves everywhere:
 * <ul>
 * <li>{@code beat} says whose turn it is: a token that grows by one with each holder, who it is, over which connection
 * it works, and when its lease ends, in the time of the server. It is taken by one compare-and-set where it is free,
 * where the holder's connection is known to be gone, or where the lease has ended and nothing is known. A thread of the
 * holder renews it over a connection of its own.</li>
 * <li>{@code turn} is the fence: each transaction that writes first changes this row under its own token. One that was
 * overtaken does not find it; one that is under way keeps it locked, so that the next holder waits for it; on Galera
 * the later one of two such transactions is refused when it commits. It is a row of its own because the lease has to be
 * renewed while a long transaction keeps the fence locked.</li>
 * </ul>
 *
 * <p>A statement that commits by itself passes no fence. So whoever takes the turn of a runner that is not heard of any
 * more ends its connection first, and waits until the server says that it is gone; and the server closes connections
 * that stand still well before a lease ends, so that one on another node, where nobody can look, is gone by then too.
 */
//SOURCES Heartbeat.java
//SOURCES Holder.java
//SOURCES Lease.java
//SOURCES LeaseTable.java
//SOURCES Presence.java
//SOURCES Seat.java
//SOURCES Self.java
//SOURCES Sessions.java
//SOURCES Taking.java
//SOURCES Terms.java
package restrack.lease;
