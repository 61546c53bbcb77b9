/**
 * The launcher, the catalog and the lists of sources: what has to hold before any script of ours can run.
 */
//SOURCES AnswerTest.java
//SOURCES ArchiveTest.java
//SOURCES CatalogTest.java
//SOURCES Checkout.java
//SOURCES FakeTools.java
//SOURCES FetchTest.java
//SOURCES ProtocolTest.java
//SOURCES RealJBangTest.java
//SOURCES Repository.java
//SOURCES Run.java
//SOURCES SourcesTest.java
package tests.launcher;
