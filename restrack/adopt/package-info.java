/**
 * Takes a database over that something else has made: another migration tool, whose history is read, or nobody knows
 * who, and then what it is is recognised by its schema. What belongs to others is only read.
 */
//SOURCES Adopting.java
//SOURCES Adoption.java
//SOURCES Baseline.java
//SOURCES Builds.java
//SOURCES Claim.java
//SOURCES Courses.java
//SOURCES Extent.java
//SOURCES Findings.java
//SOURCES FlywayRows.java
//SOURCES ForeignHistories.java
//SOURCES ForeignHistory.java
//SOURCES ForeignRows.java
//SOURCES HistoryTable.java
//SOURCES LiquibaseRows.java
//SOURCES Mapping.java
//SOURCES Match.java
//SOURCES Recognition.java
//SOURCES Request.java
//SOURCES Unadopted.java
//SOURCES Verdict.java
//SOURCES scripts/package-info.java
package restrack.adopt;
