/**
 * Tests of models: which files they are in, what SQL, classes and commands may say, and that it becomes a database.
 */
//SOURCES ClassPathTest.java
//SOURCES EntityCacheTest.java
//SOURCES ModelCommandTest.java
//SOURCES ModelFilesTest.java
//SOURCES ModelFolder.java
//SOURCES ModelLibrary.java
//SOURCES RenamedTest.java
//SOURCES SqlModelTest.java
//SOURCES entity/package-info.java
package tests.wanted;
