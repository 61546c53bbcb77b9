/** Tests of what annotated classes become. */
//SOURCES ClassFilesTest.java
//SOURCES RefusalsTest.java
//SOURCES RelationsTest.java
//SOURCES Sources.java
//SOURCES TablesTest.java
//SOURCES TypesTest.java
package tests.wanted.entity;
