/**
 * Reads a MariaDB schema into records. The server prints everything in one form, whatever was written: that is the
 * normal form here. So what is read is compared with what the same server printed of the models.
 */
//SOURCES ColumnReading.java
//SOURCES DefinitionReading.java
//SOURCES Equivalent.java
//SOURCES Grants.java
//SOURCES ImpliedIndexes.java
//SOURCES KeyReading.java
//SOURCES MariaNames.java
//SOURCES OptionReading.java
//SOURCES Printed.java
//SOURCES SchemaReading.java
//SOURCES ShowCreate.java
//SOURCES TableReading.java
//SOURCES TableText.java
//SOURCES Unqualified.java
package restrack.database.mariadb.read;
