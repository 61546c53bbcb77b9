/** MariaDB. */
//SOURCES MariaColumnTypes.java
//SOURCES MariaDatabase.java
//SOURCES MariaDialect.java
//SOURCES MariaScratch.java
//SOURCES MariaScriptRules.java
//SOURCES MariaSession.java
//SOURCES MariaSyntax.java
//SOURCES OtherDatabases.java
//SOURCES OwnTables.java
//SOURCES read/package-info.java
//SOURCES render/package-info.java
package restrack.database.mariadb;
