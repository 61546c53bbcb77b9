/**
 * The toolkit. Here at the root stands what a Java migration sees, and the errors; every room beneath has a
 * package-info of its own that says what it is for and lists its files.
 */
//DEPS org.jdbi:jdbi3-core:3.55.0
//DEPS org.xerial:sqlite-jdbc:3.54.1.0
//DEPS org.postgresql:postgresql:42.7.11
//DEPS org.mariadb.jdbc:mariadb-java-client:4.0.0
//DEPS info.picocli:picocli:4.7.7
//DEPS com.google.code.gson:gson:2.15.0
//DEPS de.siegmar:fastcsv:4.4.0
//DEPS io.github.cdimascio:dotenv-java:3.2.0
//DEPS io.github.java-diff-utils:java-diff-utils:4.18
//DEPS me.tongfei:progressbar:0.10.2
//DEPS jakarta.persistence:jakarta.persistence-api:3.2.0
//DEPS org.slf4j:slf4j-nop:2.0.20
//SOURCES AlterColumn.java
//SOURCES AlterTable.java
//SOURCES Batch.java
//SOURCES Batches.java
//SOURCES ErrorKind.java
//SOURCES InBatches.java
//SOURCES MigrateException.java
//SOURCES Migration.java
//SOURCES Op.java
//SOURCES Renamed.java
//SOURCES Version.java
//SOURCES Who.java
//SOURCES adhoc/package-info.java
//SOURCES adopt/package-info.java
//SOURCES apply/package-info.java
//SOURCES autogenerate/package-info.java
//SOURCES cli/package-info.java
//SOURCES compile/package-info.java
//SOURCES config/package-info.java
//SOURCES copy/package-info.java
//SOURCES database/package-info.java
//SOURCES graph/package-info.java
//SOURCES history/package-info.java
//SOURCES lease/package-info.java
//SOURCES schema/package-info.java
//SOURCES script/package-info.java
//SOURCES sql/package-info.java
//SOURCES squash/package-info.java
//SOURCES wanted/package-info.java
package restrack;
