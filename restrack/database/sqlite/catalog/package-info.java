/**
 * What is in a SQLite database, as {@code sqlite_schema} has it: read, written, and tried on a {@code Workbench}, a
 * copy in memory without rows.
 */
//SOURCES Catalog.java
//SOURCES Culprit.java
//SOURCES Layout.java
//SOURCES Mentioned.java
//SOURCES NewText.java
//SOURCES Quoted.java
//SOURCES Said.java
//SOURCES SchemaEdit.java
//SOURCES SchemaObject.java
//SOURCES SetAside.java
//SOURCES StandIns.java
//SOURCES Workbench.java
package restrack.database.sqlite.catalog;
