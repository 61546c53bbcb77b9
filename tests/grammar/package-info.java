/** Tests of {@link restrack.database.sqlite.grammar}, with SQLite itself as the judge of what a statement means. */
//SOURCES Agreement.java
//SOURCES ConstraintTest.java
//SOURCES CreateIndexTest.java
//SOURCES CreateTableTest.java
//SOURCES EditsTest.java
//SOURCES ElementsTest.java
//SOURCES MalformedTest.java
//SOURCES MentionsTest.java
//SOURCES RandomTable.java
//SOURCES Sqlite.java
//SOURCES SqliteAgreesTest.java
package tests.grammar;
