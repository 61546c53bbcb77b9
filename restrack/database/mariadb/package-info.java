/** MariaDB, and MySQL by its protocol. */
//SOURCES Blockers.java
//SOURCES Engines.java
//SOURCES LockWait.java
//SOURCES MariaBody.java
//SOURCES MariaCatalog.java
//SOURCES MariaCompound.java
//SOURCES MariaDatabase.java
//SOURCES MariaDialect.java
//SOURCES MariaErrors.java
//SOURCES MariaHealth.java
//SOURCES MariaProgram.java
//SOURCES MariaScriptRules.java
//SOURCES MariaSession.java
//SOURCES MariaStanding.java
//SOURCES MariaSyntax.java
//SOURCES MariaWatch.java
package restrack.database.mariadb;
