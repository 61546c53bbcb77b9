/**
 * One runner at a time, on databases that several machines reach: a row in the database that says whose turn it is,
 * since when and until when, with a token that grows. Whoever was paused and overtaken finds another token there.
 */
//SOURCES Lease.java
package restrack.lease;
