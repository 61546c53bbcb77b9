/**
 * Copies of whole databases: backups, and how they are put back.
 */
//SOURCES Backup.java
//SOURCES BackupBefore.java
//SOURCES BackupFolder.java
//SOURCES BackupTarget.java
//SOURCES CopyName.java
//SOURCES PartFile.java
//SOURCES Restoration.java
//SOURCES Restored.java
//SOURCES SoundCopy.java
//SOURCES VerifiedCopy.java
 * Copies of a database: a clone on which an upgrade is rehearsed, and what comes of it.
 */
//SOURCES Clone.java
//SOURCES CloneFolder.java
//SOURCES Deviation.java
//SOURCES Picture.java
//SOURCES Rehearsal.java
//SOURCES RehearsalOptions.java
//SOURCES RehearsalReport.java
//SOURCES Rehearsed.java
//SOURCES RoundTrip.java
//SOURCES TableDeviation.java
//SOURCES WayBack.java
//SOURCES Walk.java
package restrack.copy;
