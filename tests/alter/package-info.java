/**
 * Tests of changing tables: what a change does and what it must leave alone, also when it is killed, runs out of disk
 * or meets somebody else.
 */
//SOURCES Altered.java
//SOURCES Behaviour.java
//SOURCES Cascades.java
//SOURCES Change.java
//SOURCES CheckerTest.java
//SOURCES ColumnChanges.java
//SOURCES Comparison.java
//SOURCES Connections.java
//SOURCES ConstraintChanges.java
//SOURCES Constraints.java
//SOURCES EntangledChangesTest.java
//SOURCES Expectation.java
//SOURCES Fact.java
//SOURCES HinderedAlterTest.java
//SOURCES Inventory.java
//SOURCES InventoryReader.java
//SOURCES KilledAlterTest.java
//SOURCES KilledAlteration.java
//SOURCES KilledDatabase.java
//SOURCES KilledProcess.java
//SOURCES KilledState.java
//SOURCES KilledTraces.java
//SOURCES KilledUpgradeTest.java
//SOURCES Oracle.java
//SOURCES Outcome.java
//SOURCES RefusedChangesTest.java
//SOURCES Renames.java
//SOURCES Seen.java
//SOURCES TableChanges.java
//SOURCES TableFacts.java
//SOURCES TableText.java
//SOURCES TextDifference.java
//SOURCES Torture.java
//SOURCES TortureRun.java
//SOURCES TortureSetTest.java
//SOURCES TortureTest.java
//SOURCES Values.java
//SOURCES ValuesTest.java
//SOURCES WaysTest.java
package tests.alter;
