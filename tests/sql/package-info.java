/** Tests of {@link restrack.sql}, with SQLite itself as the judge of what a statement is. */
//SOURCES ChecksumTest.java
//SOURCES JavaTokensTest.java
//SOURCES LossesTest.java
//SOURCES PragmaTest.java
//SOURCES RandomSql.java
//SOURCES RowActionTest.java
//SOURCES SqliteAgreesTest.java
//SOURCES SqliteStatementsTest.java
//SOURCES StatementsTest.java
//SOURCES TableEditTest.java
//SOURCES TokensTest.java
//SOURCES TransactionControlTest.java
package tests.sql;
