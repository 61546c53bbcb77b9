/**
 * Tests of the commands: what they print, and how they end.
 */
//SOURCES GraphDrawingTest.java
//SOURCES TracedDrawing.java
package tests.cli;
