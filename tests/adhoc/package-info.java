/** Tests of {@link restrack.adhoc}, through the commands {@code migrate run} and {@code migrate load}. */
//SOURCES BackupFirstTest.java
//SOURCES KilledLoadTest.java
//SOURCES LoadErrorsTest.java
//SOURCES LoadTest.java
//SOURCES ParametersTest.java
//SOURCES RunJavaTest.java
//SOURCES RunTest.java
//SOURCES Wards.java
package tests.adhoc;
