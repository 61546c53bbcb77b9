/**
 * Tests of copies: made while others write, put back while others look on, and processes killed in between.
 */
//SOURCES BackupBeforeTest.java
//SOURCES BackupTest.java
//SOURCES BackupWhenTest.java
//SOURCES BusyDatabaseTest.java
//SOURCES Copies.java
//SOURCES DiskFullTest.java
//SOURCES KilledTest.java
//SOURCES PrunedBackupsTest.java
//SOURCES RestoreInUseTest.java
//SOURCES RestoreTest.java
//SOURCES Writer.java
/** Tests of copies: clones and what is rehearsed on them. */
//SOURCES CloneTest.java
//SOURCES Clones.java
//SOURCES DigestsTest.java
//SOURCES RehearsalAnswersTest.java
//SOURCES RehearsalTest.java
//SOURCES RoundTripTest.java
package tests.copy;
