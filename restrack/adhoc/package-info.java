/**
 * Changes of data outside the history: SQL and Java that run once, and CSV files that become rows. Each call is one
 * transaction, and an event of the log.
 */
//SOURCES BoundStatement.java
//SOURCES CsvFields.java
//SOURCES CsvFile.java
//SOURCES CsvFormat.java
//SOURCES CsvRow.java
//SOURCES DataMigration.java
//SOURCES FieldValue.java
//SOURCES Inserts.java
//SOURCES Load.java
//SOURCES LoadColumns.java
//SOURCES LoadFile.java
//SOURCES LoadOptions.java
//SOURCES Loaded.java
//SOURCES Parameters.java
//SOURCES Problems.java
//SOURCES Ran.java
//SOURCES RanScript.java
//SOURCES Rows.java
//SOURCES TableLoad.java
//SOURCES Telling.java
//SOURCES Utf8.java
package restrack.adhoc;
