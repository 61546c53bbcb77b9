/** PostgreSQL. */
//SOURCES PostgresDatabase.java
//SOURCES PostgresDialect.java
//SOURCES PostgresModels.java
//SOURCES PostgresScriptRules.java
//SOURCES PostgresSession.java
//SOURCES PostgresSyntax.java
//SOURCES read/package-info.java
//SOURCES render/package-info.java
package restrack.database.postgres;
