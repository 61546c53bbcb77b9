/** Tests of the statements that carry out changes of a SQLite schema, and of what rows have against them. */
//SOURCES ColumnPairs.java
//SOURCES ConstraintPairs.java
//SOURCES DangerTest.java
//SOURCES DangersTest.java
//SOURCES EachToEachTest.java
//SOURCES KeyPairs.java
//SOURCES Migrated.java
//SOURCES ObjectPairs.java
//SOURCES Pair.java
//SOURCES Pairs.java
//SOURCES PairsTest.java
//SOURCES RenderingTest.java
//SOURCES Sqlite3.java
package tests.render;
