/**
 * SQL as SQLite reads it: its tokens, and CREATE TABLE and CREATE INDEX as they were written, byte for byte: read into
 * records that point into the text, and edited by replacing pieces of it. Pure; whether a statement makes sense, the
 * database says.
 */
//SOURCES Column.java
//SOURCES Constraint.java
//SOURCES ConstraintReader.java
//SOURCES CreateIndex.java
//SOURCES CreateTable.java
//SOURCES CreateVirtualTable.java
//SOURCES Edits.java
//SOURCES Elements.java
//SOURCES Gap.java
//SOURCES IndexedColumn.java
//SOURCES IndexedColumnReader.java
//SOURCES Keywords.java
//SOURCES MalformedException.java
//SOURCES Mention.java
//SOURCES Mentions.java
//SOURCES Name.java
//SOURCES QualifiedName.java
//SOURCES Reader.java
//SOURCES Span.java
//SOURCES SqliteSyntax.java
//SOURCES TableOption.java
//SOURCES TableReader.java
package restrack.database.sqlite.grammar;
