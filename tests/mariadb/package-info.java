/** Tests of what MariaDB and MySQL have of their own: their SQL, sessions, errors, locks, and ALTER TABLE. */
//SOURCES schema/package-info.java
package tests.mariadb;
