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
package restrack.copy;
