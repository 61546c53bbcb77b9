/** Tests of how PostgreSQL's tables are read, compared and changed. */
//SOURCES Dump.java
//SOURCES Migrated.java
//SOURCES Pair.java
//SOURCES Pairs.java
//SOURCES PairsTest.java
package tests.postgres.tables;
