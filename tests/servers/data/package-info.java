/**
 * What becomes of rows on servers: loading them, changing them in batches, copying whole databases, and trying upgrades
 * on clones.
 */
//SOURCES AdoptTest.java
//SOURCES BatchesTest.java
//SOURCES ClonesTest.java
//SOURCES CopiesTest.java
//SOURCES LoadTest.java
//SOURCES RehearseTest.java
//SOURCES RowsTest.java
//SOURCES RunTest.java
//SOURCES Servers.java
package tests.servers.data;
