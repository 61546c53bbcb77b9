/** PostgreSQL. */
//SOURCES PostgresDatabase.java
//SOURCES PostgresDialect.java
//SOURCES PostgresPresence.java
//SOURCES PostgresScriptRules.java
//SOURCES PostgresSession.java
//SOURCES PostgresSyntax.java
package restrack.database.postgres;
