/**
 * Whether a statement has happened that MariaDB commits by itself, when nobody saw its end. What it changes is read
 * from its words; how that was is kept before it runs. Afterwards it is as it was, or as the statement makes it: that
 * is tried in an empty database of its own.
 */
//SOURCES Definitions.java
//SOURCES Finding.java
//SOURCES MariaTraces.java
//SOURCES OtherSession.java
//SOURCES Subjects.java
//SOURCES SubjectsReader.java
//SOURCES Thing.java
//SOURCES Trace.java
//SOURCES Trial.java
package restrack.database.mariadb.trace;
