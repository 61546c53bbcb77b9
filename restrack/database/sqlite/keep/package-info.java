/**
 * Side tables: what {@code downgrade --keep-data} puts aside, by what its rows are known again, and how they come back.
 */
//SOURCES Cascades.java
//SOURCES Homecoming.java
//SOURCES Identity.java
//SOURCES Landing.java
//SOURCES Removal.java
//SOURCES Shape.java
//SOURCES Side.java
//SOURCES Sql.java
//SOURCES SqliteSideTables.java
//SOURCES Triggers.java
//SOURCES Unfit.java
package restrack.database.sqlite.keep;
