/**
 * A schema as records, and the difference of two as a list of changes. Pure: what a database takes for the same has
 * been settled in the normal forms of its pieces, or is asked of a comparator that is passed in.
 */
//SOURCES Aspect.java
//SOURCES Change.java
//SOURCES Column.java
//SOURCES Constraint.java
//SOURCES Definition.java
//SOURCES Described.java
//SOURCES Detail.java
//SOURCES Difference.java
//SOURCES Equality.java
//SOURCES HistoryTables.java
//SOURCES Index.java
//SOURCES Level.java
//SOURCES Name.java
//SOURCES Renaming.java
//SOURCES Schema.java
//SOURCES Sql.java
//SOURCES Subject.java
//SOURCES Table.java
//SOURCES TableDifference.java
package restrack.schema;
