/**
 * A table on its way from what it is to what is asked for: {@code Draft}, and what each action does to it. What has to
 * be looked at first, and what goes along, is noted there; nothing is run.
 */
//SOURCES Action.java
//SOURCES Actions.java
//SOURCES Affinity.java
//SOURCES CannotAlter.java
//SOURCES ColumnActions.java
//SOURCES ColumnSetActions.java
//SOURCES Consequences.java
//SOURCES ConstraintActions.java
//SOURCES ConstraintNames.java
//SOURCES Draft.java
//SOURCES ExternalContent.java
//SOURCES Fit.java
//SOURCES Guard.java
//SOURCES NamedConstraint.java
//SOURCES Positional.java
//SOURCES ReorderAction.java
//SOURCES Rows.java
//SOURCES Schema.java
//SOURCES StarredOrder.java
//SOURCES StrictTypes.java
//SOURCES TableActions.java
package restrack.database.sqlite.draft;
