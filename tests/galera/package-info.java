/** Several servers that are one database: runners on all of them at once, killed and stopped with them. */
//SOURCES ClusterTest.java
//SOURCES Rounds.java
package tests.galera;
