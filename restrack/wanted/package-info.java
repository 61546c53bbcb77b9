/**
 * Where the wanted schema comes from: SQL files, annotated Java classes, or any command that prints statements. All of
 * them become statements for the database that is compared with.
 */
//SOURCES BadModel.java
//SOURCES Creation.java
//SOURCES EntityCache.java
//SOURCES ModelCommand.java
//SOURCES ModelFiles.java
//SOURCES ModelSettings.java
//SOURCES Models.java
//SOURCES Piece.java
//SOURCES RenamedComment.java
//SOURCES Renamings.java
//SOURCES SchemaStatements.java
//SOURCES SqlModel.java
//SOURCES TableOutline.java
//SOURCES Wanted.java
//SOURCES WantedDatabase.java
//SOURCES entity/package-info.java
package restrack.wanted;
