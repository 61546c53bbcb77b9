/** What only PostgreSQL has, on a real server. */
//SOURCES AlteredValuesTest.java
//SOURCES ConcurrentlyTest.java
//SOURCES JavaTest.java
//SOURCES KilledTest.java
//SOURCES LocksTest.java
//SOURCES PgBouncerTest.java
//SOURCES PsqlTest.java
//SOURCES ScriptsTest.java
//SOURCES SessionsTest.java
//SOURCES SharedTransactionsTest.java
//SOURCES StatementsTest.java
//SOURCES TwoRunnersTest.java
//SOURCES WaitingTest.java
//SOURCES objects/package-info.java
//SOURCES tables/package-info.java
package tests.postgres;
