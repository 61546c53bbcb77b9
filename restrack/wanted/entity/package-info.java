/**
 * The wanted schema from classes and records with {@code jakarta.persistence} annotations: the compiler reads them,
 * from sources or class files, and what it finds becomes CREATE TABLE and CREATE INDEX.
 */
//SOURCES Ancestry.java
//SOURCES Attribute.java
//SOURCES AttributeKind.java
//SOURCES Attributes.java
//SOURCES BasicColumns.java
//SOURCES BasicTypes.java
//SOURCES ClassFiles.java
//SOURCES Clauses.java
//SOURCES CollectionTables.java
//SOURCES ColumnDraft.java
//SOURCES Columns.java
//SOURCES Converters.java
//SOURCES DeclarationReader.java
//SOURCES Declarations.java
//SOURCES Declared.java
//SOURCES Entities.java
//SOURCES EntityModel.java
//SOURCES EntityOptions.java
//SOURCES EntityTables.java
//SOURCES EntityType.java
//SOURCES Enums.java
//SOURCES Fragment.java
//SOURCES Inheritance.java
//SOURCES JoinColumns.java
//SOURCES MappedKey.java
//SOURCES ModelSource.java
//SOURCES Names.java
//SOURCES Naming.java
//SOURCES Note.java
//SOURCES Notes.java
//SOURCES Overrides.java
//SOURCES Part.java
//SOURCES Places.java
//SOURCES Problem.java
//SOURCES Reading.java
//SOURCES TableDraft.java
//SOURCES Tables.java
//SOURCES Vocabulary.java
package restrack.wanted.entity;
