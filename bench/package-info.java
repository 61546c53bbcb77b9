/**
 * Measures whole runs of the toolkit beside other tools that do the same work: generates their scripts, starts each
 * in turn, checks what they left in the database, and prints medians.
 */
//SOURCES AlterOptions.java
//SOURCES AlterRace.java
//SOURCES AlterTable.java
//SOURCES AlterTool.java
//SOURCES BigTable.java
//SOURCES Change.java
//SOURCES Command.java
//SOURCES CsvTable.java
//SOURCES Field.java
//SOURCES Form.java
//SOURCES Machine.java
//SOURCES Options.java
//SOURCES Ours.java
//SOURCES Peers.java
//SOURCES Programs.java
//SOURCES Race.java
//SOURCES Scenario.java
//SOURCES ServerRace.java
//SOURCES ServerScripts.java
//SOURCES ServerUrl.java
//SOURCES SmallScript.java
//SOURCES Stopped.java
//SOURCES Table.java
//SOURCES Times.java
//SOURCES Tool.java
//SOURCES WideSchema.java
//SOURCES Words.java
//SOURCES Work.java
package bench;
