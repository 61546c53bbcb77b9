/**
 * Changes of a schema as MariaDB's statements, and what the rows have against them. Each statement commits by itself
 * here, so as much as possible is in one: a table that changes is changed by one ALTER TABLE.
 */
//SOURCES Alteration.java
//SOURCES ColumnText.java
//SOURCES ConstraintText.java
//SOURCES Dangers.java
//SOURCES Definitions.java
//SOURCES ForeignKeys.java
//SOURCES Look.java
//SOURCES Misfit.java
//SOURCES NewTable.java
//SOURCES OptionParts.java
//SOURCES Remade.java
//SOURCES Renames.java
//SOURCES Rendering.java
//SOURCES Source.java
//SOURCES TableOrder.java
//SOURCES Uniqueness.java
package restrack.database.mariadb.render;
