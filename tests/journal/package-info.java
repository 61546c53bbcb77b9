/** Scripts whose statements commit by themselves, on a real MariaDB: interrupted at each point, failing, repaired. */
//SOURCES HalfAppliedTest.java
//SOURCES Held.java
//SOURCES InterruptedStatementTest.java
//SOURCES KillRoundsTest.java
//SOURCES RepeatableMarkTest.java
//SOURCES TracesTest.java
//SOURCES TwoRunnersTest.java
package tests.journal;
