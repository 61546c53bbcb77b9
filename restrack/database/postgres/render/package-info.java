/**
 * Says changes of a schema as PostgreSQL's statements, in an order in which they run, and what rows have against them.
 */
//SOURCES Attributes.java
//SOURCES DefinitionDangers.java
//SOURCES DefinitionRendering.java
//SOURCES Departure.java
//SOURCES EnumValues.java
//SOURCES Founding.java
//SOURCES InPlace.java
//SOURCES Parts.java
//SOURCES TableUses.java
//SOURCES TypeColumns.java
//SOURCES TypeSwap.java
package restrack.database.postgres.render;
