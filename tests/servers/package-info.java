/**
 * Real servers for tests, on this machine, in folders of their own. One of each kind serves all tests of a run; tests
 * that need one which cannot be started are skipped, and say what to install.
 */
//SOURCES DiskFullTest.java
//SOURCES GaleraCluster.java
//SOURCES MariaServer.java
//SOURCES Migrated.java
//SOURCES PasswordTest.java
//SOURCES PgBouncer.java
//SOURCES PostgresServer.java
//SOURCES Programs.java
//SOURCES RecordsTest.java
//SOURCES Running.java
//SOURCES Server.java
//SOURCES ServersTest.java
//SOURCES Shared.java
//SOURCES TestDatabase.java
//SOURCES data/package-info.java
package tests.servers;
