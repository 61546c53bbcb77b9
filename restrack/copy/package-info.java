/**
 * Copies of whole databases: backups, how they are put back, and clones on which an upgrade is rehearsed.
 */
//SOURCES Backup.java
//SOURCES BackupBefore.java
//SOURCES BackupFolder.java
//SOURCES BackupTarget.java
//SOURCES Clone.java
//SOURCES CloneFolder.java
//SOURCES CopyName.java
//SOURCES Deviation.java
//SOURCES PartFile.java
//SOURCES Picture.java
//SOURCES Programme.java
//SOURCES Rehearsal.java
//SOURCES RehearsalOptions.java
//SOURCES RehearsalReport.java
//SOURCES Rehearsed.java
//SOURCES Restoration.java
//SOURCES Restored.java
//SOURCES RoundTrip.java
//SOURCES SoundCopy.java
//SOURCES TableDeviation.java
//SOURCES VerifiedCopy.java
//SOURCES Walk.java
//SOURCES WayBack.java
//SOURCES WayBackEnd.java
package restrack.copy;
