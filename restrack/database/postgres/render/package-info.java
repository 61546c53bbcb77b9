/**
 * Says changes of a schema as PostgreSQL's statements, in an order in which they run, and what rows have against them.
 */
//SOURCES Alteration.java
//SOURCES ChangesByTable.java
//SOURCES Columns.java
//SOURCES CounterChange.java
//SOURCES Dangers.java
//SOURCES DefinitionRendering.java
//SOURCES Fit.java
//SOURCES ForeignKeys.java
//SOURCES Indexes.java
//SOURCES Look.java
//SOURCES OptionChange.java
//SOURCES Order.java
//SOURCES Part.java
//SOURCES Rendering.java
//SOURCES Tables.java
//SOURCES TypeChange.java
//SOURCES Uniqueness.java
package restrack.database.postgres.render;
