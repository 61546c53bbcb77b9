/**
 * Reads what a PostgreSQL database consists of from its catalog: a few queries, however many tables there are. What the
 * server prints of an expression is its normal form.
 */
//SOURCES DefinitionReading.java
//SOURCES Found.java
//SOURCES MakingOrder.java
//SOURCES Needs.java
//SOURCES Quoted.java
//SOURCES RoutineQueries.java
//SOURCES SchemaNames.java
//SOURCES TriggerQueries.java
//SOURCES TypeQueries.java
//SOURCES ViewQueries.java
//SOURCES Words.java
package restrack.database.postgres.read;
