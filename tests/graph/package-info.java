/**
 * Tests of targets, plans and branches. {@code alembic-traversals.txt} beside them holds what Alembic answers.
 */
//SOURCES AlembicTraversalsTest.java
//SOURCES GapsTest.java
//SOURCES GraphTest.java
//SOURCES Graphs.java
//SOURCES HistoryTest.java
//SOURCES NewRevisionTest.java
//SOURCES PlansTest.java
//SOURCES RangeTest.java
//SOURCES SquashTest.java
//SOURCES StampTest.java
//SOURCES TargetsTest.java
//SOURCES Traversals.java
package tests.graph;
