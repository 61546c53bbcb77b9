/**
 * Reads a SQLite schema into records, with a normal form for everything that can be spelled in several ways. Where two
 * normal forms differ, {@code SqliteEquality} lets SQLite say whether they mean the same all the same.
 */
//SOURCES ColumnReading.java
//SOURCES ConstraintReading.java
//SOURCES DefaultTrial.java
//SOURCES DefinitionReading.java
//SOURCES Equivalent.java
//SOURCES ForeignKeyReading.java
//SOURCES IndexReading.java
//SOURCES KeyPart.java
//SOURCES KnownNames.java
//SOURCES ParsedTable.java
//SOURCES Programs.java
//SOURCES RowKeyReading.java
//SOURCES SchemaReading.java
//SOURCES Spelling.java
//SOURCES SqliteEquality.java
//SOURCES SqliteNames.java
//SOURCES TypeForm.java
package restrack.database.sqlite.read;
