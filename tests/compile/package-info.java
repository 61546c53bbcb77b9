/** Tests of Java migrations: how they are compiled, and what they may do to a database. */
//SOURCES AlterTableTest.java
//SOURCES Failures.java
//SOURCES LauncherDependenciesTest.java
//SOURCES MigrationCompilerTest.java
//SOURCES MigrationOpTest.java
//SOURCES OpenMigration.java
//SOURCES PrivateCacheTest.java
//SOURCES ScriptConnectionTest.java
//SOURCES ScriptErrorsTest.java
package tests.compile;
