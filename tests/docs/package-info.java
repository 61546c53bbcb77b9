/**
 * What the pages say is true: their terminal sessions are what the tool prints, their commands are understood, the
 * picture of the rooms is what the imports are.
 */
//SOURCES ArchitectureTest.java
//SOURCES AutogeneratePageTest.java
//SOURCES Commands.java
//SOURCES CommandsTest.java
//SOURCES Imports.java
//SOURCES LinksTest.java
//SOURCES ModelCommandsPageTest.java
//SOURCES ModelsPageTest.java
//SOURCES Page.java
//SOURCES PortableAlterPageTest.java
//SOURCES ReadmeTest.java
//SOURCES SeamTest.java
//SOURCES Session.java
//SOURCES SessionsTest.java
//SOURCES SettingsPageTest.java
package tests.docs;
