/**
 * Changes of data outside the history: SQL and Java that run once, and CSV files that become rows. Each call is one
 * transaction, and an event of the log.
 */
//SOURCES BoundStatement.java
//SOURCES DataMigration.java
//SOURCES Parameters.java
//SOURCES Ran.java
//SOURCES RanScript.java
//SOURCES Rows.java
//SOURCES Telling.java
package restrack.adhoc;
