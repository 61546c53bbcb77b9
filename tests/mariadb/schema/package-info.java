/** Tests of MariaDB's schemas: what is read, what is compared, what drafts say, and what rows have against them. */
//SOURCES Features.java
//SOURCES FeaturesTest.java
//SOURCES OwnTablesTest.java
//SOURCES RowsTest.java
//SOURCES ScratchTest.java
//SOURCES Shown.java
package tests.mariadb.schema;
