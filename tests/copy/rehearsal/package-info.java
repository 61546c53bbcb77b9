/**
 * Tests of rehearsals: what is rehearsed on clones, what is compared, what is left behind.
 */
//SOURCES CloneTest.java
//SOURCES Clones.java
//SOURCES DigestsTest.java
//SOURCES RehearsalAnswersTest.java
//SOURCES RehearsalTest.java
//SOURCES RoundTripTest.java
package tests.copy.rehearsal;
