/** Tests of restrack.adopt. */
//SOURCES AlembicTest.java
//SOURCES AlignTest.java
//SOURCES BaselineTest.java
//SOURCES Everything.java
//SOURCES HistoriesTest.java
//SOURCES InstallationsTest.java
//SOURCES KilledAlignTest.java
//SOURCES RandomFoldersTest.java
//SOURCES RecognitionTest.java
//SOURCES ResTrack.java
//SOURCES UnadoptedTest.java
//SOURCES scripts/package-info.java
package tests.adopt;
