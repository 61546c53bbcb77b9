/** Says changes of a schema as PostgreSQL's statements, in an order in which they run, and what rows have against them. */
//SOURCES DefinitionRendering.java
package restrack.database.postgres.render;
