/**
 * Tests of applying: real scripts on real database files, run by the toolkit and, where it prints a script, by the
 * database's own program.
 */
//SOURCES AgreementTest.java
//SOURCES AlterScriptsTest.java
//SOURCES BeforehandTest.java
//SOURCES Contents.java
//SOURCES DryRunTest.java
//SOURCES Dump.java
//SOURCES FailingScriptTest.java
//SOURCES Fixtures.java
//SOURCES GroupCommitTest.java
//SOURCES HazardsTest.java
//SOURCES InterruptedTest.java
//SOURCES JavaMigrationsTest.java
//SOURCES JournaledScriptTest.java
//SOURCES KeepDataKilledTest.java
//SOURCES KeepDataRandomTest.java
//SOURCES KeepDataScriptsTest.java
//SOURCES KeepDataTest.java
//SOURCES LockedTest.java
//SOURCES LostScriptTest.java
//SOURCES OfflineAlterTest.java
//SOURCES OfflineDatabases.java
//SOURCES OfflineTest.java
//SOURCES OlderFolderTest.java
//SOURCES OlderLayoutTest.java
//SOURCES OpeningTest.java
//SOURCES OtherProcess.java
//SOURCES OvertakenTest.java
//SOURCES OwnTransactionsTest.java
//SOURCES PlainAddColumnTest.java
//SOURCES RacingTest.java
//SOURCES RandomScripts.java
//SOURCES ReadingTest.java
//SOURCES RecordsTest.java
//SOURCES RepairTest.java
//SOURCES RepeatablesTest.java
//SOURCES SessionTest.java
//SOURCES ShellTextTest.java
//SOURCES SizeTest.java
//SOURCES SquashTest.java
//SOURCES UnfinishedTest.java
package tests.apply;
