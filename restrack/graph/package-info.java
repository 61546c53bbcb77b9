/**
 * Revisions as a graph: parents, dependencies, branches; what a target means; which steps lead there.
 * Pure: values in, values out, no file and no database.
 */
//SOURCES BranchLabels.java
//SOURCES Downgrade.java
//SOURCES Gaps.java
//SOURCES Graph.java
//SOURCES GraphBuilder.java
//SOURCES GraphErrors.java
//SOURCES History.java
//SOURCES Loops.java
//SOURCES Names.java
//SOURCES NewRevision.java
//SOURCES Node.java
//SOURCES NormalDependencies.java
//SOURCES Plans.java
//SOURCES Range.java
//SOURCES Replacements.java
//SOURCES Resolver.java
//SOURCES Revision.java
//SOURCES Squash.java
//SOURCES Stamp.java
//SOURCES StepOrder.java
//SOURCES Steps.java
//SOURCES Target.java
//SOURCES Tips.java
//SOURCES Upgrade.java
//SOURCES Walk.java
package restrack.graph;
