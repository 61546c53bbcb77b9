/**
 * ALTER TABLE in the standard's and PostgreSQL's form, on SQLite, with nothing else lost. {@code AlterStatement} reads
 * the statement, {@code Draft} is the table on its way to what is asked for, {@code Planning} finds the way,
 * {@code Rewrite} writes the statements, {@code Alteration} runs them and proves what they did.
 */
//SOURCES Action.java
//SOURCES Actions.java
//SOURCES Affinity.java
//SOURCES AlterParser.java
//SOURCES AlterStatement.java
//SOURCES Alteration.java
//SOURCES Catalog.java
//SOURCES ColumnActions.java
//SOURCES ColumnSetActions.java
//SOURCES Consequences.java
//SOURCES ConstraintActions.java
//SOURCES ConstraintNames.java
//SOURCES Copy.java
//SOURCES Costs.java
//SOURCES Culprit.java
//SOURCES DefaultProbe.java
//SOURCES DefaultValues.java
//SOURCES Dependents.java
//SOURCES Draft.java
//SOURCES ExternalContent.java
//SOURCES Firing.java
//SOURCES Fit.java
//SOURCES ForeignKeys.java
//SOURCES Layout.java
//SOURCES Mended.java
//SOURCES Mentioned.java
//SOURCES NamedConstraint.java
//SOURCES NewText.java
//SOURCES OlderRows.java
//SOURCES Planning.java
//SOURCES Positional.java
//SOURCES Proof.java
//SOURCES Quoted.java
//SOURCES Renaming.java
//SOURCES ReorderAction.java
//SOURCES Rewrite.java
//SOURCES RowCheck.java
//SOURCES Rows.java
//SOURCES RowsInTheWay.java
//SOURCES Said.java
//SOURCES Schema.java
//SOURCES SchemaEdit.java
//SOURCES SchemaObject.java
//SOURCES SetAside.java
//SOURCES StandIns.java
//SOURCES Step.java
//SOURCES StrictTypes.java
//SOURCES TableActions.java
//SOURCES TableChanges.java
//SOURCES Target.java
//SOURCES Workbench.java
package restrack.database.sqlite.alter;
