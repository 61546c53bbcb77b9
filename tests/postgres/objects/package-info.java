/** Everything of a PostgreSQL schema that is not a table: read, changed, changed back. */
//SOURCES DumpedModelTest.java
//SOURCES ObjectPairs.java
//SOURCES ObjectPairsTest.java
//SOURCES ObjectsDraftTest.java
//SOURCES PgDump.java
package tests.postgres.objects;
