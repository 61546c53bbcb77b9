/**
 * Tests of what is read of a database, and of what is taken for the same in it.
 */
//SOURCES Apart.java
//SOURCES ColumnsTest.java
//SOURCES ConstraintsTest.java
//SOURCES DefinitionsTest.java
//SOURCES EquivalentTest.java
//SOURCES IndexesTest.java
//SOURCES Opened.java
//SOURCES ReadingTest.java
//SOURCES Respelled.java
//SOURCES RespelledTest.java
package tests.read;
