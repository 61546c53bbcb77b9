/** Tests of how PostgreSQL's tables are read, compared and changed. */
//SOURCES DangersTest.java
//SOURCES Dump.java
//SOURCES Pair.java
//SOURCES Pairs.java
//SOURCES PairsTest.java
//SOURCES RandomTables.java
//SOURCES RandomTablesTest.java
//SOURCES ScratchTest.java
//SOURCES ThereAndBack.java
//SOURCES UntouchedKeysTest.java
package tests.postgres.tables;
