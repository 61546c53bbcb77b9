/**
 * What has been applied to a database: one record a revision, an event log that only grows, and a journal for
 * scripts that run outside a transaction. The tables are described in {@code Layout}.
 */
//SOURCES Applied.java
//SOURCES Event.java
//SOURCES History.java
//SOURCES HistoryReader.java
//SOURCES JournalEntry.java
//SOURCES Kept.java
//SOURCES KeptRegister.java
//SOURCES Layout.java
//SOURCES Ledger.java
//SOURCES PrintedLedger.java
//SOURCES Remembered.java
//SOURCES Snapshot.java
//SOURCES SqlLedger.java
//SOURCES Tables.java
package restrack.history;
