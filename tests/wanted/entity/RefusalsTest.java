package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.SqliteDialect;
import restrack.wanted.entity.Entities;

/** What cannot become a table, and what is said about it. */
class RefusalsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "java.net.URI x; | T.x is of type java.net.URI, which has no column type. Convert it with @Convert",
        "Map<String, String> x; | T.x is of type java.util.Map<java.lang.String,java.lang.String>",
        "T x; | T is an entity, and nothing says how T.x refers to it. Add @ManyToOne or @OneToOne.",
        "@ManyToOne String x; | T.x refers to java.lang.String, which is no entity among the models.",
        "@Column(table = \"u\") int x; | @Column(table = …) on T.x is not understood",
        "@ManyToOne @JoinColumn(table = \"u\") T x; | @JoinColumn(table = …) on T.x is not understood",
        "@ManyToOne @JoinColumn(referencedColumnName = \"u\") T x; | T.x refers to the column u, which T does not",
        "@Column(name = \"ID\") int x; | The table T gets two columns ID: of T.id and of T.x.",
        "@OneToMany(mappedBy = \"y\") List<T> x; | T.x is mapped by T.y, which does not exist.",
        "@OneToMany(mappedBy = \"id\") List<T> x; | T.x is mapped by T.id, which refers to no entity.",
        "@OneToMany T x; | T.x is of type T, which is not understood as a collection.",
        "@OneToMany List x; | T.x is of type java.util.List, which is not understood as a collection.",
        "@ManyToMany @JoinColumn List<T> x; | @JoinColumn on T.x, which is kept in a table of its own.",
        "@OneToMany @JoinColumn @OrderColumn List<T> x; | @OrderColumn on T.x",
        "@ManyToMany @Renamed(\"y\") List<T> x; | @Renamed on T.x, which has no column.",
        "@GeneratedValue int x; | @GeneratedValue on T.x, which is not the whole primary key.",
        "@Embedded String x; | T.x is embedded, but java.lang.String is not @Embeddable.",
        "@AssociationOverride(name = \"y\") int x; | @jakarta.persistence.AssociationOverride on T.x is not",
        "@ManyToOne @MapsId(\"y\") T x; | @MapsId on T.x names no attribute of the key of T.",
        "@ManyToOne @MapsId(\"key\") T x; | @MapsId on T.x names no attribute of the key of T.",
        "@AttributeOverride(name = \"y\", column = @Column) @Embedded Key x; | @AttributeOverride names y, which Key",
        "@AssociationOverride(name = \"key\") @Embedded Key x; | names key, which refers to no single entity.",
        "@ManyToOne @Column T x; | @jakarta.persistence.Column on T.x is not understood.",
        "@JoinColumn int x; | @jakarta.persistence.JoinColumn on T.x is not understood.",
        "@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) int x; | T.x comes from a sequence or a table of keys",
        "@Id @GeneratedValue int x; | @GeneratedValue on T.x, which is not the whole primary key.",
        "@Column(check = @CheckConstraint(constraint = \"\")) int x; | @CheckConstraint has no constraint.",
        "@Column(columnDefinition = \"INT; DROP TABLE T\") int x; | SQL in the annotations of the table T has a",
        "@Column(options = \"DEFAULT 'x\") int x; | SQL in the annotations of the table T is not closed",
        "@Column int getX() { return 1; } | @Column on T.getX() has no effect: the attributes of T are its fields.",
        "@SequenceGenerator(name = \"s\") int x; | there is no support for a key that a sequence counts",
        "@Convert(converter = AttributeConverter.class) int x; | What T.x is converted to cannot be told",
        "@Id Key x; | Key is embeddable, and @Id is for one column: T.x. Write @EmbeddedId.",
        "@OneToOne(mappedBy = \"x.y\") T x; | T.x is mapped by T.x.y, which refers to no entity.",
        "@ElementCollection @JoinColumn List<String> x; | @jakarta.persistence.JoinColumn on T.x is not understood.",
        "@ManyToMany @JoinTable(schema = \"s\") List<T> x; | @JoinTable of the table T_T names a schema or catalog.",
        "@Convert(attributeName = \"y\") int x; | @Convert for a part of T.x is not understood."
    })
    void attributes(String attribute, String message) {
        var error = new Sources(folder).file("T.java", """
                @Entity
                class T {
                    @Id int id;
                    %s
                }
                @Embeddable record Key(int key) { }
                """.formatted(attribute)).error();
        assertTrue(error.startsWith("T.java:"), error);
        assertTrue(error.replace("\n", " ").contains(message), error);
        var line = message.contains("in the annotations") ? 2 : 4;
        assertTrue(error.startsWith("T.java:" + line + ": "), error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "@Entity class T { int id; } | 2 | The entity T has no @Id.",
        "@Entity @Table(schema = \"s\") class T { @Id int id; } | 2 | @Table of the table T names a schema or catalog.",
        "@Entity class T extends U { @Id int i; } @Entity class U { @Id int id; } | 2 | T.i is in the key, and",
        "@Entity @Table class T extends U { } @Entity class U { @Id int id; } | 2 | T, which is in the table of U.",
        "@Entity @Renamed(\"V\") class T extends U { } @Entity class U { @Id int id; } | 2 | in the table of U.",
        "@Entity @Inheritance class T extends U { } @Entity class U { @Id int id; } | 2 | T, which extends U.",
        "@Entity @DiscriminatorColumn class T extends U { } @Entity class U { @Id int id; } | 2 | which extends U.",
        "@Entity class T extends U { String id; } @Entity class U { @Id int id; } | 2 | gets two columns id",
        "@Entity class T extends U { String DTYPE; } @Entity class U { @Id int id; } | 2 | gets two columns DTYPE",
        "@Entity @PrimaryKeyJoinColumn class T { @Id int id; } | 2 | @PrimaryKeyJoinColumn on T, which extends no",
        "@Entity class T extends U { @OneToOne @MapsId U u; } @Entity class U { @Id int id; } | 2 | key is that of U.",
        "@Entity @AssociationOverride(name = \"x\") class T { @Id int x; } | 2 | names x, which refers to no single",
        "@Entity @AttributeOverride(name = \"t\", column = @Column) class T { @Id int x; @ManyToOne T t; }|2|names t",
        "@Entity @SecondaryTable(name = \"s\") class T { @Id int id; } | 2 | no support for an entity in several",
        "@Entity record T(@Id int id) { @Column int x() { return 1; } } | 2 | @Column on T.x() has no effect",
        "@Table class T { } | 2 | T has @Table, but is no entity.",
        "@Entity class T extends U { @Id int i; } class U { @Column int j; } | 2 | U is no @MappedSuperclass.",
        "@Entity @Table(indexes = @Index(columnList = \"no\")) class T { @Id int id; } | 2 | @Index names the column",
        "@Entity class T { @Id int i; } @Entity @Table(name = \"t\") class U { @Id int i; } | 2 | asked for a second",
        "@Entity class T { @Id @GeneratedValue String i; } | 2 | cannot be generated by AUTO: T.i.",
        "@Entity class T { @Id @GeneratedValue double i; } | 2 | A database cannot count up T.i, which is a double.",
        "@Entity class T { @Id @ManyToOne T t; } | 2 | The key of T refers to itself.",
        "@Entity @AttributeOverride(name = \"x\", column = @Column) class T { @Id int i; } | 2 | names x, which T does"
    })
    void classes(String source, int line, String message) {
        var error = new Sources(folder).file("T.java", "\n" + source + "\n").error();
        assertTrue(error.startsWith("T.java:" + line + ": "), error);
        assertTrue(error.contains(message), error);
    }

    @Test
    void aReferenceToAPartOfAKeyIsRefused() {
        var model = "@Entity class T { @Id int a; @Id int b; @ManyToOne @JoinColumn%s T t; }";
        assertTrue(new Sources(folder).file("T.java", model.formatted("")).error()
                .startsWith("T.java:1: The key of T has 2 columns, and @JoinColumn on T.t does not say"));
        assertTrue(new Sources(folder).file("T.java", model.formatted("(referencedColumnName = \"a\")")).error()
                .startsWith("T.java:1: T.t refers to a part of the key of T only, which has 2 columns."));
    }

    @Test
    void whatAnotherLibrarySaysIsRefusedUnlessItIsToBePassedOver() {
        var sources = new Sources(folder).file("T.java", """
                import jakarta.persistence.*;
                import org.hibernate.annotations.Formula;

                @Entity
                class T {
                    @Id int id;
                    @Formula("1 + 1")
                    @Column
                    int x;
                }
                """).file("Formula.java", """
                package org.hibernate.annotations;
                public @interface Formula { String value(); }
                """);
        assertEquals("T.java:7: @org.hibernate.annotations.Formula on T.x is not understood.\nSay it in another way, "
                + "or pass over it: models.ignore-annotations = org.hibernate.annotations.Formula", sources.error());
        assertTrue(sources.ignoring("org.hibernate.annotations.Formula").ddl().contains("x INTEGER NOT NULL"));
    }

    @ParameterizedTest
    @CsvSource({"javax.persistence, Entity, Use jakarta.persistence (3.2)",
        "jakarta.validation.constraints, NotNull, Say it with @Column",
        "org.eclipse.persistence.annotations, ReadOnly, Say it in another way"})
    void olderAndOtherAnnotationsAreRefused(String library, String annotation, String hint) {
        var error = new Sources(folder).file("T.java", "@" + library + "." + annotation + " class T { }")
                .file("A.java", "package " + library + "; public @interface " + annotation + " { }").error();
        assertTrue(error.startsWith("T.java:1: @" + library + "." + annotation + " on T is not understood."), error);
        assertTrue(error.contains("\n" + hint), error);
    }

    @Test
    void sourcesThatDoNotCompileAreShownWithTheirLines() {
        var error = new Sources(folder).file("a/T.java", """
                @Entity class T {
                    @Id int id;
                    @Column(nam = "x") Strin x;
                }
                """).file("b/U.java", "class U { @Missing int x; }").error(ErrorKind.COMPILE_ERROR);
        assertTrue(error.contains("a/T.java:3: cannot find symbol\n    @Column(nam = \"x\") Strin x;\n"), error);
        assertTrue(error.contains("symbol:   class Strin"), error);
        assertTrue(error.contains("symbol:   method nam()"), error);
        assertTrue(error.contains("b/U.java:1: cannot find symbol"), error);
        assertTrue(new Sources(folder).file("T.java", "\nclass T { int x = ; }").error(ErrorKind.COMPILE_ERROR)
                .contains("T.java:2: illegal start of expression"));
    }

    @Test
    void aJavaWithoutCompilerIsNamed() {
        var sources = new Sources(folder).file("T.java", "@Entity class T { @Id int id; }");
        var error = assertThrows(MigrateException.class, () -> Entities.ofSources(sources.files(), sources.options(),
                new SqliteDialect(), () -> null));
        assertEquals(ErrorKind.COMPILE_ERROR, error.kind());
        assertTrue(error.getMessage().contains("T.java is a Java model, which needs a JDK"), error.getMessage());
    }

    @Test
    void nothingIsMadeOfNothing() {
        assertEquals(List.of(), new Sources(folder).read().pieces());
        assertEquals("", new Sources(folder).file("T.java", "class T { }").ddl());
    }
}
