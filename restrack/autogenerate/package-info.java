/**
 * The wanted schema against the present one: what differs, what was renamed, and a script that makes the one of the
 * other and back.
 */
//SOURCES Ahead.java
//SOURCES Alignment.java
//SOURCES Candidate.java
//SOURCES Comparison.java
//SOURCES Decisions.java
//SOURCES Draft.java
//SOURCES DraftText.java
//SOURCES Drafting.java
//SOURCES Elsewhere.java
//SOURCES Ignored.java
//SOURCES Kept.java
//SOURCES Likeness.java
//SOURCES Renames.java
//SOURCES RowsBefore.java
//SOURCES Scope.java
//SOURCES Trial.java
package restrack.autogenerate;
