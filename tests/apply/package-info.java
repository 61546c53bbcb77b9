/**
 * Tests of applying: real scripts on real database files, run by the toolkit and, where it prints a script, by the
 * database's own program.
 */
//SOURCES OfflineDatabases.java
//SOURCES OfflineTest.java
//SOURCES ShellTextTest.java
package tests.apply;
