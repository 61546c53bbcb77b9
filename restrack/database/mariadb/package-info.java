/** MariaDB. */
//SOURCES MariaDatabase.java
//SOURCES MariaDialect.java
//SOURCES MariaInsert.java
//SOURCES MariaLoading.java
//SOURCES MariaScriptRules.java
//SOURCES MariaSession.java
//SOURCES MariaSyntax.java
//SOURCES MariaTables.java
//SOURCES MariaValues.java
package restrack.database.mariadb;
