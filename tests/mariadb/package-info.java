/** Tests of what MariaDB and MySQL have of their own: their SQL, sessions, errors, locks, and ALTER TABLE. */
//SOURCES BlockedTest.java
//SOURCES DumpTest.java
//SOURCES ErrorsTest.java
//SOURCES PortableAlterTest.java
//SOURCES PrintedScriptTest.java
//SOURCES RulesTest.java
//SOURCES SplittingTest.java
//SOURCES schema/package-info.java
package tests.mariadb;
