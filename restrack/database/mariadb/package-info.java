/** MariaDB. */
//SOURCES Galera.java
//SOURCES MariaDatabase.java
//SOURCES MariaDialect.java
//SOURCES MariaPresence.java
//SOURCES MariaScriptRules.java
//SOURCES MariaSession.java
//SOURCES MariaSyntax.java
package restrack.database.mariadb;
