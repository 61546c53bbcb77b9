/**
 * Settings and where each of them came from; database URLs; {@code .env}. No database is opened here.
 */
//SOURCES BackupRule.java
//SOURCES CacheFolder.java
//SOURCES DatabaseUrl.java
//SOURCES DotEnv.java
//SOURCES Key.java
//SOURCES OutOfOrder.java
//SOURCES OwnClassPath.java
//SOURCES Password.java
//SOURCES PrivateFolder.java
//SOURCES PropertiesFile.java
//SOURCES PropertiesTemplate.java
//SOURCES Secrets.java
//SOURCES ServerUrl.java
//SOURCES Setting.java
//SOURCES Settings.java
//SOURCES ShellCommand.java
//SOURCES Source.java
//SOURCES Sources.java
//SOURCES SqliteUrl.java
//SOURCES UrlParts.java
//SOURCES Value.java
package restrack.config;
