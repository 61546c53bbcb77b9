/**
 * Revisions as a graph: parents, dependencies, branches; what a target means; which steps lead there.
 * Pure: values in, values out, no file and no database.
 */
//SOURCES Revision.java
package restrack.graph;
