/**
 * Carries a plan out: which scripts run, whether they may, in which transactions, and what is recorded of them.
 */
//SOURCES Agreement.java
//SOURCES BeforeFirstChange.java
//SOURCES Beforehand.java
//SOURCES Direction.java
//SOURCES Done.java
//SOURCES Execution.java
//SOURCES Expansion.java
//SOURCES Forecast.java
//SOURCES Hazards.java
//SOURCES JournaledScript.java
//SOURCES Meanwhile.java
//SOURCES Offline.java
//SOURCES OfflineScript.java
//SOURCES Outlook.java
//SOURCES OwnTransaction.java
//SOURCES Place.java
//SOURCES Plan.java
//SOURCES Planner.java
//SOURCES Progress.java
//SOURCES Project.java
//SOURCES Rebuilt.java
//SOURCES Records.java
//SOURCES Repair.java
//SOURCES Repeatables.java
//SOURCES Replay.java
//SOURCES RunOptions.java
//SOURCES Runner.java
//SOURCES ScriptJournal.java
//SOURCES Size.java
//SOURCES Stamping.java
//SOURCES State.java
//SOURCES Step.java
//SOURCES Threshold.java
//SOURCES Unfinished.java
package restrack.apply;
