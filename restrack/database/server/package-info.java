/**
 * What databases have in common that are servers: sessions over JDBC, the lease that makes a runner the only one, and
 * questions that the SQL standard can ask.
 */
//SOURCES Ahead.java
//SOURCES Beside.java
//SOURCES LostCommit.java
//SOURCES NotYet.java
//SOURCES ScratchName.java
//SOURCES ServerDatabase.java
//SOURCES ServerRows.java
//SOURCES Session.java
//SOURCES Stop.java
//SOURCES Undone.java
package restrack.database.server;
