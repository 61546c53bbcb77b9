/**
 * Copies of whole databases: backups, how they are put back, and clones on which an upgrade is rehearsed.
 */
//SOURCES Backup.java
//SOURCES BackupBefore.java
//SOURCES BackupFolder.java
//SOURCES BackupTarget.java
//SOURCES CopyName.java
//SOURCES Origin.java
//SOURCES PartFile.java
//SOURCES Restoration.java
//SOURCES Restored.java
//SOURCES SoundCopy.java
//SOURCES VerifiedCopy.java
//SOURCES rehearsal/package-info.java
package restrack.copy;
