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
//SOURCES ImpliedNames.java
//SOURCES IndexReading.java
//SOURCES PostgresEquality.java
//SOURCES PostgresSchemaReading.java
//SOURCES Quoted.java
//SOURCES TableDescribing.java
//SOURCES TableOptions.java
//SOURCES TableText.java
package restrack.database.postgres.read;
