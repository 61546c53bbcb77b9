/** PostgreSQL. */
//SOURCES PostgresDatabase.java
//SOURCES PostgresDialect.java
//SOURCES PostgresInsert.java
//SOURCES PostgresLoading.java
//SOURCES PostgresReferences.java
//SOURCES PostgresScriptRules.java
//SOURCES PostgresSession.java
//SOURCES PostgresSyntax.java
//SOURCES PostgresTables.java
//SOURCES PostgresValues.java
package restrack.database.postgres;
