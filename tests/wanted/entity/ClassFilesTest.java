package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.SqliteDialect;
import restrack.wanted.Piece;
import restrack.wanted.entity.Entities;
import restrack.wanted.entity.EntityModel;

/** The class files and jars of an application say what its sources say. */
class ClassFilesTest {
    private static final String MODEL = """
            package app;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity
            @Table(name = "person", indexes = @Index(columnList = "zName DESC"))
            class Person extends Base<Long> {
                static int loaded = 1 / Integer.parseInt("0");
                String zName;
                @Column(length = 7, nullable = false) String aName;
                @Enumerated(EnumType.STRING) Kind kind;
                @ManyToOne(optional = false) Team team;
                @ManyToMany Set<Team> teams;
                enum Kind { NEW, OLD; static { System.exit(7); } }
                @Entity(name = "Card") static class Card { @Id int id; @OneToOne Person of; }
            }
            @MappedSuperclass abstract class Base<K> { @Id @GeneratedValue K id; int version() { return 1; } }
            @Entity record Team(@Id UUID id, String z, @Column(unique = true) String a, @Renamed("old") int b) {
                Team { if (true) throw new IllegalStateException(); }
            }
            @interface Renamed { String value(); }
            class Unrelated { }
            """;

    @TempDir
    Path folder;

    @Test
    void classFilesSayWhatTheirSourcesSay() throws IOException {
        var sources = new Sources(folder).file("src/app/Person.java", MODEL);
        var expected = sources.read();
        compile(sources, "classes");
        var ofFolder = read("classes");
        assertEquals(sorted(expected), sorted(ofFolder));
        assertEquals(expected.renamings(), ofFolder.renamings());
        assertEquals(expected.tables(), ofFolder.tables());
        assertTrue(Sources.ddl(ofFolder).contains("CREATE TABLE Card ("));
        assertEquals("classes/app/Person.class", ofFolder.pieces().get(0).where());

        jar("classes", "app.jar");
        assertEquals(sorted(expected), sorted(read("app.jar")));
        assertEquals("app.jar!/app/Person.class", read("app.jar").pieces().get(0).where());
    }

    @Test
    void anAnnotationWhoseLibraryIsNotThereIsRefusedAllTheSame() throws IOException {
        var sources = new Sources(folder).file("src/app/T.java", """
                package app;
                @jakarta.persistence.Entity class T {
                    @jakarta.persistence.Id int id;
                    @org.hibernate.annotations.Formula("1") String x;
                }
                """).file("src/org/hibernate/annotations/Formula.java", """
                package org.hibernate.annotations;
                public @interface Formula { String value(); }
                """);
        compile(sources, "classes");
        Files.delete(folder.resolve("classes/org/hibernate/annotations/Formula.class"));
        assertEquals("classes/app/T.class: @org.hibernate.annotations.Formula on T.x is not understood.",
                error(ErrorKind.BAD_MODEL, "classes"));
    }

    @Test
    void aClassThatIsNotThereIsNamed() throws IOException {
        var sources = new Sources(folder).file("src/app/T.java", """
                package app;
                import jakarta.persistence.*;
                @Entity class T extends Base { @Id int id; Money x; }
                class Base { }
                class Money { }
                """);
        compile(sources, "classes");
        Files.delete(folder.resolve("classes/app/Money.class"));
        assertEquals("classes/app/T.class: T.x is of type app.Money, which has no column type."
                + " Its class is not on the class path.", error(ErrorKind.BAD_MODEL, "classes"));
        Files.delete(folder.resolve("classes/app/Base.class"));
        assertEquals("classes/app/T.class: The class app.Base, which T extends, is not there.",
                error(ErrorKind.BAD_MODEL, "classes"));
    }

    @Test
    void classesOfANewerJavaAreRefused() throws IOException {
        var sources = new Sources(folder).file("src/T.java", "import jakarta.persistence.*;\n"
                + "@Entity class T { @Id int id; }");
        compile(sources, "classes");
        var file = folder.resolve("classes/T.class");
        var bytes = Files.readAllBytes(file);
        bytes[7] = (byte) (44 + Runtime.version().feature() + 1);
        Files.write(file, bytes);
        int present = Runtime.version().feature();
        assertEquals("classes/T.class was compiled for Java %d, and this is Java %d.".formatted(present + 1, present),
                error(ErrorKind.COMPILE_ERROR, "classes"));
    }

    @Test
    void aFolderThatIsNotWherePackagesBeginIsRefused() throws IOException {
        compile(new Sources(folder).file("src/app/T.java", "package app;\nimport jakarta.persistence.*;\n"
                + "@Entity class T { @Id int id; }"), "classes");
        assertEquals("classes/app/T.class cannot be read as the class T.",
                error(ErrorKind.COMPILE_ERROR, "classes/app"));
    }

    @Test
    void whatIsNoFolderAndNoJarIsRefused() throws IOException {
        Files.writeString(folder.resolve("text.jar"), "no jar");
        for (var name : List.of("text.jar", "missing")) {
            assertEquals("" + name + " cannot be read as a folder or jar of classes.",
                    error(ErrorKind.FILE_ERROR, name));
        }
    }

    private EntityModel read(String name) {
        return Entities.ofClasses(List.of(Path.of(name)), new Sources(folder).options(), new SqliteDialect());
    }

    private String error(ErrorKind kind, String name) {
        var error = assertThrows(MigrateException.class, () -> read(name));
        assertEquals(kind, error.kind(), error.getMessage());
        return error.getMessage();
    }

    /** The files of a folder are read by name, so the order of the tables may be another one. */
    private static List<String> sorted(EntityModel model) {
        return model.pieces().stream().map(Piece::statement).map(it -> it.text()).sorted().toList();
    }

    private void compile(Sources sources, String target) throws IOException {
        Files.createDirectories(folder.resolve(target));
        var javac = ToolProvider.getSystemJavaCompiler();
        var out = new StringWriter();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            assertTrue(javac.getTask(out, files, null, List.of("-proc:none", "-d", folder.resolve(target).toString(),
                    "-cp", System.getProperty("java.class.path")), null,
                    files.getJavaFileObjectsFromPaths(
                            sources.files().stream().map(folder::resolve).toList())).call(), out::toString);
        }
    }

    private void jar(String classes, String name) throws IOException {
        var root = folder.resolve(classes);
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name)));
                Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
    }
}
