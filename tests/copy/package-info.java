/**
 * Tests of copies: made while others write, put back while others look on, processes killed in between; and of what is
 * rehearsed on clones.
 */
//SOURCES BackupBeforeTest.java
//SOURCES BackupTest.java
//SOURCES BackupWhenTest.java
//SOURCES BusyDatabaseTest.java
//SOURCES CloneTest.java
//SOURCES Clones.java
//SOURCES Copies.java
//SOURCES DigestsTest.java
//SOURCES DiskFullTest.java
//SOURCES KilledTest.java
//SOURCES PrunedBackupsTest.java
//SOURCES RehearsalAnswersTest.java
//SOURCES RehearsalTest.java
//SOURCES RestoreInUseTest.java
//SOURCES RestoreTest.java
//SOURCES RoundTripTest.java
//SOURCES Writer.java
package tests.copy;
