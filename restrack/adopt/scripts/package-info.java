/**
 * Scripts of other tools become scripts of ours: of Alembic, dbmate, Flyway, goose, golang-migrate, and Liquibase's
 * formatted SQL.
 */
//SOURCES AlembicFormat.java
//SOURCES AlembicNames.java
//SOURCES AlembicOutput.java
//SOURCES AlembicPrinting.java
//SOURCES AlembicProgram.java
//SOURCES AlembicProject.java
//SOURCES AlembicWays.java
//SOURCES Carried.java
//SOURCES Changeset.java
//SOURCES ChangesetReader.java
//SOURCES ChangesetWays.java
//SOURCES DbmateFormat.java
//SOURCES Delimiter.java
//SOURCES Destination.java
//SOURCES FileNames.java
//SOURCES FlywayConfig.java
//SOURCES FlywayFormat.java
//SOURCES FlywayName.java
//SOURCES ForeignFolder.java
//SOURCES Format.java
//SOURCES GolangMigrateFormat.java
//SOURCES GooseFormat.java
//SOURCES GooseScript.java
//SOURCES Harvest.java
//SOURCES Ids.java
//SOURCES Imported.java
//SOURCES LiquibaseFormat.java
//SOURCES Note.java
//SOURCES NumberedName.java
//SOURCES Precautions.java
//SOURCES Proof.java
//SOURCES PythonRevision.java
//SOURCES Repeated.java
//SOURCES ScriptImport.java
//SOURCES ScriptText.java
//SOURCES Source.java
//SOURCES Staging.java
//SOURCES Tool.java
//SOURCES Way.java
//SOURCES Written.java
package restrack.adopt.scripts;
