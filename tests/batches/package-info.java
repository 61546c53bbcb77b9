/** Statements and Java migrations that go through a table in batches: what they come to, also when they are killed. */
//SOURCES BatchKeysTest.java
//SOURCES BatchRefusalsTest.java
//SOURCES BatchedScripts.java
//SOURCES BatchesTest.java
//SOURCES JavaBatchesTest.java
//SOURCES KilledBatchesTest.java
//SOURCES ProgressTest.java
package tests.batches;
