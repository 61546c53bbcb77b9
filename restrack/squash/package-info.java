/** Several scripts made into one that is proven to do the same. */
//SOURCES SameOutcome.java
//SOURCES SquashedFiles.java
//SOURCES Squashing.java
package restrack.squash;
