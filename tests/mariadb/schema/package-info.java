/** Tests of MariaDB's schemas: what is read, what is compared, what drafts say, and what rows have against them. */
//SOURCES Features.java
//SOURCES FeaturesTest.java
//SOURCES Names.java
//SOURCES OwnTablesTest.java
//SOURCES PairsTest.java
//SOURCES RandomColumn.java
//SOURCES RandomPieces.java
//SOURCES RandomRows.java
//SOURCES RandomTables.java
//SOURCES RowsTest.java
//SOURCES ScratchTest.java
//SOURCES Shown.java
package tests.mariadb.schema;
