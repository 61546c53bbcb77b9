/** Tests of changing tables: what a change does, and what it must leave alone. */
//SOURCES Altered.java
//SOURCES Connections.java
//SOURCES RefusedChangesTest.java
//SOURCES ValuesTest.java
//SOURCES WaysTest.java
package tests.alter;
