/**
 * Scripts of other tools become scripts of ours, and do what they did.
 */
//SOURCES AlembicTest.java
//SOURCES DbmateTest.java
//SOURCES FlywayTest.java
//SOURCES Foreign.java
//SOURCES GolangMigrateTest.java
//SOURCES GooseTest.java
//SOURCES ImportTest.java
//SOURCES LiquibaseTest.java
package tests.adopt.scripts;
