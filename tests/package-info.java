/**
 * The tests, laid out as the toolkit is. Here at the root stands what they share.
 */
//SOURCES Counts.java
//SOURCES Jvm.java
//SOURCES MigrateProcess.java
//SOURCES Project.java
//SOURCES Result.java
//SOURCES SmallDisk.java
//SOURCES Suite.java
//SOURCES TestQueue.java
//SOURCES adhoc/package-info.java
//SOURCES adopt/package-info.java
//SOURCES alter/package-info.java
//SOURCES apply/package-info.java
//SOURCES autogenerate/package-info.java
//SOURCES batches/package-info.java
//SOURCES cli/package-info.java
//SOURCES compile/package-info.java
//SOURCES config/package-info.java
//SOURCES copy/package-info.java
//SOURCES docs/package-info.java
//SOURCES galera/package-info.java
//SOURCES grammar/package-info.java
//SOURCES graph/package-info.java
//SOURCES journal/package-info.java
//SOURCES launcher/package-info.java
//SOURCES lease/package-info.java
//SOURCES mariadb/package-info.java
//SOURCES postgres/package-info.java
//SOURCES read/package-info.java
//SOURCES render/package-info.java
//SOURCES script/package-info.java
//SOURCES servers/package-info.java
//SOURCES sql/package-info.java
//SOURCES wanted/package-info.java
package tests;
