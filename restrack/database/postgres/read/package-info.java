/**
 * Reads what a PostgreSQL database consists of from its catalog: a few queries, however many tables there are. What the
 * server prints of an expression is its normal form.
 */
//SOURCES DefinitionReading.java
//SOURCES PostgresSchemaReading.java
package restrack.database.postgres.read;
