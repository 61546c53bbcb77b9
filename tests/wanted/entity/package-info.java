/** Tests of what annotated classes become. */
//SOURCES ClassFilesTest.java
//SOURCES InheritanceTest.java
//SOURCES KeysOfOthersTest.java
//SOURCES RefusalsTest.java
//SOURCES RelationsTest.java
//SOURCES Sources.java
//SOURCES TablesTest.java
//SOURCES TypesTest.java
//SOURCES UnusualSourcesTest.java
package tests.wanted.entity;
