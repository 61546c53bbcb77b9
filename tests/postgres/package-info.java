/** Tests of PostgreSQL, on a server that is started for them. */
//SOURCES tables/package-info.java
package tests.postgres;
