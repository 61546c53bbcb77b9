/**
 * Tests of scripts as files: their headers, names, markers, encodings and checksums, and new ones.
 */
//SOURCES ChecksumTest.java
//SOURCES EncodingTest.java
//SOURCES FileNamesTest.java
//SOURCES Folder.java
//SOURCES HeaderTest.java
//SOURCES MarkersTest.java
//SOURCES NewScriptTest.java
//SOURCES SquashedFilesTest.java
//SOURCES TodoTest.java
package tests.script;
