/**
 * What databases have in common that are servers: sessions over JDBC, the lease that makes a runner the only one, and
 * questions that the SQL standard can ask.
 */
//SOURCES Ahead.java
//SOURCES Alone.java
//SOURCES AsPrinted.java
//SOURCES Beside.java
//SOURCES BrokenReferences.java
//SOURCES Counted.java
//SOURCES LostCommit.java
//SOURCES NothingKept.java
//SOURCES OwnConnection.java
//SOURCES OwnStatement.java
//SOURCES ScratchName.java
//SOURCES ServerDatabase.java
//SOURCES ServerDigests.java
//SOURCES ServerKeys.java
//SOURCES ServerLoading.java
//SOURCES ServerProgram.java
//SOURCES ServerRows.java
//SOURCES Session.java
//SOURCES SessionUse.java
//SOURCES SpareClone.java
//SOURCES SpareCopy.java
//SOURCES SpareDatabase.java
//SOURCES Stop.java
//SOURCES StoredField.java
//SOURCES StoredReference.java
//SOURCES StoredTable.java
//SOURCES StoredTables.java
//SOURCES Transactions.java
//SOURCES Undone.java
//SOURCES Unsent.java
package restrack.database.server;
