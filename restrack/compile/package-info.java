/**
 * Migrations written in Java: compiled in the process, kept by content, loaded; and what they see of the
 * database, which is everything but the end of their own transaction.
 */
//SOURCES AllOrNothing.java
//SOURCES AlteredColumn.java
//SOURCES AlteredTable.java
//SOURCES Altering.java
//SOURCES BatchingOp.java
//SOURCES ClassCache.java
//SOURCES Dependencies.java
//SOURCES Guard.java
//SOURCES Javac.java
//SOURCES KeyBatch.java
//SOURCES Launcher.java
//SOURCES LauncherDependencies.java
//SOURCES MigrationCompiler.java
//SOURCES MigrationOp.java
//SOURCES Program.java
//SOURCES SavepointTransactions.java
//SOURCES ScriptClassLoader.java
//SOURCES ScriptConnection.java
package restrack.compile;
