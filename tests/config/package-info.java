/**
 * Tests of the settings: which place wins, what a URL means, and that no password is ever printed.
 */
//SOURCES DatabaseUrlTest.java
//SOURCES DotEnvTest.java
//SOURCES ModelSettingsTest.java
//SOURCES PropertiesFileTest.java
//SOURCES SecretsTest.java
//SOURCES SettingsFolder.java
//SOURCES SettingsTest.java
package tests.config;
