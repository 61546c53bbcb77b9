/**
 * Says changes of a schema as statements for SQLite, in an order in which they run, and what the rows have against
 * them.
 */
//SOURCES Alteration.java
//SOURCES ColumnParts.java
//SOURCES ColumnText.java
//SOURCES ConstraintPart.java
//SOURCES ConstraintRenames.java
//SOURCES CurrentNames.java
//SOURCES Dangers.java
//SOURCES Definitions.java
//SOURCES Fill.java
//SOURCES ForeignKeyText.java
//SOURCES Indexes.java
//SOURCES Key.java
//SOURCES Look.java
//SOURCES Names.java
//SOURCES Order.java
//SOURCES Rendering.java
//SOURCES Source.java
//SOURCES TableChanges.java
//SOURCES Tables.java
//SOURCES Uniqueness.java
package restrack.database.sqlite.render;
