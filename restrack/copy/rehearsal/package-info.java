/**
 * What comes of an upgrade: its scripts run on a clone of the database, back, and up again, and what is other then is
 * found out.
 */
//SOURCES Clone.java
//SOURCES CloneFolder.java
//SOURCES Deviation.java
//SOURCES Picture.java
//SOURCES Programme.java
//SOURCES Rehearsal.java
//SOURCES RehearsalOptions.java
//SOURCES RehearsalReport.java
//SOURCES Rehearsed.java
//SOURCES RoundTrip.java
//SOURCES TableDeviation.java
//SOURCES Walk.java
//SOURCES WayBack.java
//SOURCES WayBackEnd.java
package restrack.copy.rehearsal;
