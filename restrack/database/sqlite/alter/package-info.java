/**
 * ALTER TABLE in the standard's and PostgreSQL's form, on SQLite, with nothing else lost. {@code AlterStatement} is the
 * statement, {@code Planning} finds the way of each action, {@code Rewrite} writes the statements, {@code Alteration}
 * runs them, {@code Proof} looks at what they did.
 */
//SOURCES AlterParser.java
//SOURCES AlterStatement.java
//SOURCES Alteration.java
//SOURCES ColumnTwin.java
//SOURCES Copy.java
//SOURCES Costs.java
//SOURCES DefaultProbe.java
//SOURCES DefaultValues.java
//SOURCES Dependents.java
//SOURCES EqualRows.java
//SOURCES Firing.java
//SOURCES ForeignKeys.java
//SOURCES Guards.java
//SOURCES Mended.java
//SOURCES OlderRows.java
//SOURCES Planning.java
//SOURCES Proof.java
//SOURCES Renaming.java
//SOURCES Rewrite.java
//SOURCES Step.java
//SOURCES TableChanges.java
//SOURCES Target.java
package restrack.database.sqlite.alter;
