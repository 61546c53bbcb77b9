/** Tests of restrack.adopt. */
//SOURCES AlembicTest.java
//SOURCES Everything.java
//SOURCES InstallationsTest.java
//SOURCES ResTrack.java
package tests.adopt;
