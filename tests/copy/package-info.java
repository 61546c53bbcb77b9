/**
 * Tests of copies: made while others write, put back while others look on, processes killed in between; and of what is
 * rehearsed on clones.
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
//SOURCES rehearsal/package-info.java
package tests.copy;
