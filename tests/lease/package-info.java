/** One runner at a time on servers: waiting, taking over, being overtaken. */
//SOURCES HeldScript.java
//SOURCES KilledTest.java
//SOURCES LeaseTest.java
//SOURCES PoolerTest.java
//SOURCES StoppedTest.java
//SOURCES TurnTest.java
package tests.lease;
