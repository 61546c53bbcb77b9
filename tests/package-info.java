/**
 * The tests, laid out as the toolkit is. Here at the root stands what they share.
 */
//SOURCES Suite.java
package tests;
