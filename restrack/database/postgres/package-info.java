/** PostgreSQL. */
//SOURCES PostgresColumnTypes.java
//SOURCES PostgresDatabase.java
//SOURCES PostgresDialect.java
//SOURCES PostgresScriptRules.java
//SOURCES PostgresSession.java
//SOURCES PostgresSyntax.java
//SOURCES ScratchDatabase.java
//SOURCES ScratchPlan.java
//SOURCES ScratchServer.java
//SOURCES read/package-info.java
//SOURCES render/package-info.java
package restrack.database.postgres;
