/** MariaDB. */
//SOURCES MariaCopies.java
//SOURCES MariaDatabase.java
//SOURCES MariaDialect.java
//SOURCES MariaEmptying.java
//SOURCES MariaInsert.java
//SOURCES MariaLoading.java
//SOURCES MariaPrograms.java
//SOURCES MariaScriptRules.java
//SOURCES MariaSession.java
//SOURCES MariaSpare.java
//SOURCES MariaSyntax.java
//SOURCES MariaTables.java
//SOURCES MariaValues.java
package restrack.database.mariadb;
