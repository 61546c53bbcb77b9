/**
 * Says changes of a schema as PostgreSQL's statements, in an order in which they run, and what rows have against them.
 */
//SOURCES Alteration.java
//SOURCES AlteredValues.java
//SOURCES Attributes.java
//SOURCES ChangesByTable.java
//SOURCES Columns.java
//SOURCES CounterChange.java
//SOURCES Dangers.java
//SOURCES DefinitionDangers.java
//SOURCES DefinitionRendering.java
//SOURCES Departure.java
//SOURCES EnumValues.java
//SOURCES Fit.java
//SOURCES ForeignKeys.java
//SOURCES Founding.java
//SOURCES InPlace.java
//SOURCES Indexes.java
//SOURCES Look.java
//SOURCES OptionChange.java
//SOURCES Order.java
//SOURCES Parts.java
//SOURCES Rendering.java
//SOURCES TableUses.java
//SOURCES Tables.java
//SOURCES TypeAlteration.java
//SOURCES TypeChange.java
//SOURCES TypeColumns.java
//SOURCES TypeSwap.java
//SOURCES Uniqueness.java
package restrack.database.postgres.render;
