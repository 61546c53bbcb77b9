/** PostgreSQL. */
//SOURCES PostgresCopies.java
//SOURCES PostgresDatabase.java
//SOURCES PostgresDialect.java
//SOURCES PostgresEmptying.java
//SOURCES PostgresInsert.java
//SOURCES PostgresLoading.java
//SOURCES PostgresPrograms.java
//SOURCES PostgresReferences.java
//SOURCES PostgresScriptRules.java
//SOURCES PostgresSession.java
//SOURCES PostgresSpare.java
//SOURCES PostgresSyntax.java
//SOURCES PostgresTables.java
//SOURCES PostgresValues.java
package restrack.database.postgres;
