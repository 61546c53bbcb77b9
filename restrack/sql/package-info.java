/**
 * SQL as text: tokens that together are every character of it, statements, what a statement is and takes away,
 * checksums. Pure, and without knowledge of any one database: what differs between them is a {@link Syntax}.
 */
//SOURCES BatchLine.java
//SOURCES Batched.java
//SOURCES BatchedReader.java
//SOURCES Checksum.java
//SOURCES Compound.java
//SOURCES DelimiterLines.java
//SOURCES Excerpt.java
//SOURCES Items.java
//SOURCES JavaTokens.java
//SOURCES Losses.java
//SOURCES PeculiarTokens.java
//SOURCES Pragma.java
//SOURCES RepeatableLine.java
//SOURCES RowAction.java
//SOURCES Statement.java
//SOURCES Statements.java
//SOURCES Subselects.java
//SOURCES Syntax.java
//SOURCES TableEdit.java
//SOURCES TableName.java
//SOURCES Token.java
//SOURCES TokenCursor.java
//SOURCES TokenKind.java
//SOURCES Tokens.java
//SOURCES TransactionControl.java
//SOURCES Unclosed.java
//SOURCES UnclosedException.java
//SOURCES WholeOnly.java
package restrack.sql;
