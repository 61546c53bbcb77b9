/**
 * Reads what a PostgreSQL database consists of from its catalog: a few queries, however many tables there are. What the
 * server prints of an expression is its normal form.
 */
//SOURCES ColumnReading.java
//SOURCES ConstraintReading.java
//SOURCES CountedColumns.java
//SOURCES Counter.java
//SOURCES DefinitionReading.java
//SOURCES Equivalent.java
//SOURCES Found.java
//SOURCES ImpliedNames.java
//SOURCES IndexReading.java
//SOURCES MakingOrder.java
//SOURCES Needs.java
//SOURCES PostgresSchemaReading.java
//SOURCES Quoted.java
//SOURCES RoutineQueries.java
//SOURCES SchemaNames.java
//SOURCES TableDescribing.java
//SOURCES TableOptions.java
//SOURCES TableText.java
//SOURCES TriggerQueries.java
//SOURCES TypeQueries.java
//SOURCES ViewQueries.java
//SOURCES Words.java
package restrack.database.postgres.read;
