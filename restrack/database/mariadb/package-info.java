/** MariaDB. */
//SOURCES MariaDatabase.java
//SOURCES MariaDialect.java
//SOURCES MariaScriptRules.java
//SOURCES MariaSession.java
//SOURCES MariaSyntax.java
//SOURCES trace/package-info.java
package restrack.database.mariadb;
