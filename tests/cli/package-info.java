/**
 * Tests of the commands: what they print, and how they end.
 */
//SOURCES AutogenerateTest.java
//SOURCES BatchBarTest.java
//SOURCES CheckTest.java
//SOURCES CompletionTest.java
//SOURCES ConfigTest.java
//SOURCES ConfirmationTest.java
//SOURCES Drafts.java
//SOURCES ErrorsTest.java
//SOURCES GraphDrawingTest.java
//SOURCES HistoryTest.java
//SOURCES InitTest.java
//SOURCES JsonTest.java
//SOURCES LintTest.java
//SOURCES OnTerminal.java
//SOURCES OutputTest.java
//SOURCES PasswordsTest.java
//SOURCES Projects.java
//SOURCES RenamesTest.java
//SOURCES RevisionTest.java
//SOURCES ShowTableTest.java
//SOURCES StampTest.java
//SOURCES StatusTest.java
//SOURCES TracedDrawing.java
package tests.cli;
