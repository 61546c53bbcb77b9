/**
 * {@code ALTER TABLE} in the form of the SQL standard and of PostgreSQL, said so that MariaDB understands it. One
 * statement always becomes one: where MariaDB wants a column defined anew, the rest of its definition is taken over.
 */
//SOURCES AlterParser.java
//SOURCES AlterStatement.java
//SOURCES AlterText.java
//SOURCES Alteration.java
//SOURCES ColumnText.java
//SOURCES Misfit.java
//SOURCES Part.java
//SOURCES RowChecks.java
//SOURCES TableText.java
package restrack.database.mariadb.alter;
