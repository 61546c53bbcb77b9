package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;

/** {@code models.class-path}: what models use, and what is no model itself. */
class ClassPathTest {
    private static final String MODEL = """
            package app;
            import jakarta.persistence.*;
            import org.hibernate.annotations.Cache;
            @Entity @Cache
            public class Item extends lib.Base {
                @Id int id;
            }
            """;

    @TempDir
    private Path temporary;

    @BeforeEach
    void library() throws IOException {
        var classes = temporary.resolve("lib/classes");
        ModelLibrary.compile(Map.of("lib/Base.java", """
                package lib;
                @jakarta.persistence.MappedSuperclass public class Base { String said; }
                """, "lib/Other.java", """
                package lib;
                @jakarta.persistence.Entity public class Other { @jakarta.persistence.Id int id; }
                """, "org/hibernate/annotations/Cache.java", """
                package org.hibernate.annotations;
                @jakarta.persistence.Embeddable public @interface Cache { }
                """), classes);
        ModelLibrary.pack(classes, temporary.resolve("lib/lib.jar"));
    }

    private ModelFolder folder() {
        return new ModelFolder(temporary)
                .setting("models.ignore-annotations", "org.hibernate.annotations.Cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/classes", "lib/lib.jar", "lib/lib.jar, ./lib/classes"})
    void sourcesUseItAndItsEntitiesAreNoModels(String classPath) {
        var folder = folder().setting("models.class-path", classPath).file("models/Item.java", MODEL);
        assertEquals(List.of("Item"), folder.tables());
        assertEquals(List.of("models/Item.java:5"), folder.places());
        assertEquals(List.of("said", "id"), folder.built(it -> ModelFolder.names(it,
                "SELECT name FROM pragma_table_info('Item')")));
    }

    @ParameterizedTest
    @CsvSource({"target/classes, target/classes/app/Item.class", "app.jar, app.jar!/app/Item.class",
        "./target//classes, target/classes/app/Item.class"})
    void classFilesUseItToo(String models, String place) throws IOException {
        var classes = temporary.resolve("target/classes");
        ModelLibrary.compile(Map.of("app/Item.java", MODEL, "lib/Base.java", """
                package lib;
                @jakarta.persistence.MappedSuperclass public class Base { }
                """, "org/hibernate/annotations/Cache.java", """
                package org.hibernate.annotations;
                public @interface Cache { }
                """), classes);
        Files.delete(classes.resolve("lib/Base.class"));
        Files.delete(classes.resolve("org/hibernate/annotations/Cache.class"));
        ModelLibrary.pack(classes, temporary.resolve("app.jar"));
        assertEquals(place + ": The class lib.Base, which Item extends, is not there.",
                folder().setting("models", models).error());
        var folder = folder().setting("models", models).setting("models.class-path", "lib/lib.jar");
        assertEquals(List.of(place), folder.places());
        assertEquals(List.of("Item"), folder.tables());
    }

    @Test
    void annotationsOfALibraryAreRefusedByTheirNamesWhetherTheyAreThereOrNot() {
        var error = new ModelFolder(temporary).setting("models.class-path", "lib/lib.jar")
                .file("models/Item.java", MODEL).error();
        assertEquals("models/Item.java:4: @org.hibernate.annotations.Cache on Item is not understood.", error);
    }

    @Test
    void annotationsAreNoModels() {
        var folder = folder().setting("models", "lib/classes").setting("models.class-path", "lib/lib.jar");
        assertEquals(List.of("Other"), folder.tables());
    }

    @Test
    void whatIsMissingIsSaidWithTheSettingThatHelps() {
        var folder = folder().file("models/Item.java", MODEL);
        var error = assertThrows(MigrateException.class, folder::read);
        assertEquals(ErrorKind.COMPILE_ERROR, error.kind());
        assertEquals("Classes that they use are looked for in models.class-path.", error.hint());
        assertEquals("models/Item.java:3: package org.hibernate.annotations does not exist",
                error.getMessage().lines().skip(1).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"lib/none.jar, which does not exist", "lib/classes/lib/Base.class, which is no folder and no jar"})
    void whatIsNamedHasToBeThere(String classPath, String what) {
        assertEquals("The setting models.class-path names " + classPath + ", " + what + ".",
                folder().setting("models.class-path", classPath).file("models/Item.java", MODEL).error());
    }
}
