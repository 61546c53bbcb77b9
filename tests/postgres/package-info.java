/** What PostgreSQL does, on real servers. */
//SOURCES objects/package-info.java
package tests.postgres;
