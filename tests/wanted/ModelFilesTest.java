package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Which files are models. */
class ModelFilesTest {
    @TempDir
    private Path temporary;

    private ModelFolder folder() {
        return new ModelFolder(temporary);
    }

    @Test
    void aProjectNeedsNoModels() throws IOException {
        assertEquals(Optional.empty(), folder().readIfAny());
        Files.createDirectories(temporary.resolve("models"));
        assertEquals(Optional.empty(), folder().readIfAny());
        assertEquals(Optional.empty(), folder().file("models/README.md", "x").readIfAny());
        assertEquals(Optional.empty(), folder().file("models/later.sql", "-- nothing yet\n").readIfAny());
    }

    @Test
    void theFolderIsReadToItsBottomInNaturalOrder() {
        var folder = folder().file("models/t10.sql", "CREATE TABLE c (n);").file("models/t9.sql", "CREATE TABLE b (n);")
                .file("models/lab/a.sql", "-- the first\n\nCREATE TABLE a (n);").file("models/notes.txt", "no SQL")
                .file("models/.hidden.sql", "no SQL").file("models/.git/x.sql", "no SQL");
        assertEquals(List.of("models/lab/a.sql:3", "models/t9.sql:1", "models/t10.sql:1"), folder.places());
        assertEquals(Set.of(), folder.read().unsaid());
        assertEquals(Set.of(), folder.read().classTables());
        assertEquals(List.of("a", "b", "c"), folder.tables());
    }

    @Test
    void foldersAndFilesAreListedWithCommasAndReadOnce() {
        var folder = folder().file("a/a.sql", "CREATE TABLE a (n);").file("b.sql", "CREATE TABLE b (n);")
                .setting("models", "b.sql, ./a , a/a.sql,");
        assertEquals(List.of("b.sql:1", "a/a.sql:1"), folder.places());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "db/x.sql", "README.md", "empty", "words"})
    void whatIsNamedHasToBeModels(String name) throws IOException {
        Files.createDirectories(temporary.resolve("empty"));
        var error = folder().file("README.md", "x").file("words/x.sql", "-- x").setting("models", name).error();
        assertTrue(error.contains(name) && error.contains("option --models"), error);
    }

    @Test
    void linksAreFollowed() throws IOException {
        var folder = folder().file("models/a.sql", "CREATE TABLE a (n);").file("lab/b.sql", "CREATE TABLE b (n);");
        Files.createSymbolicLink(temporary.resolve("models/lab"), Path.of("../lab"));
        assertEquals(List.of("models/a.sql:1", "models/lab/b.sql:1"), folder.places());
        Files.createSymbolicLink(temporary.resolve("models/z.sql"), Path.of("a.sql"));
        assertEquals("models/z.sql:1: a is created here and at models/a.sql:1.", folder.error());
    }

    @Test
    void aLinkToNowhereIsAnErrorAndNoReasonToDropATable() throws IOException {
        var folder = folder().file("models/a.sql", "CREATE TABLE a (n);");
        Files.createSymbolicLink(temporary.resolve("models/b.sql"), Path.of("nowhere.sql"));
        var error = assertThrows(MigrateException.class, folder::read);
        assertEquals(ErrorKind.FILE_ERROR, error.kind());
        assertTrue(error.getMessage().startsWith("models/b.sql cannot be read: "), error.getMessage());
    }

    @Test
    void aLinkThatLeadsBackIsAnError() throws IOException {
        var folder = folder().file("models/a.sql", "CREATE TABLE a (n);");
        Files.createSymbolicLink(temporary.resolve("models/loop"), Path.of(".."));
        var error = assertThrows(MigrateException.class, folder::read);
        assertEquals(ErrorKind.FILE_ERROR, error.kind());
        assertEquals("models cannot be read: a link in it leads back to a folder that it lies in.",
                error.getMessage());
    }

    @Test
    void bytesOfAllKindsOfEditorsAreRead() {
        var folder = folder().file("models/a.sql", "\uFEFF-- Ä\r\nCREATE TABLE a (n TEXT\r\n);\r\n")
                .file("models/b.sql", "").file("models/c.sql", " \n\n ");
        assertEquals(List.of("models/a.sql:2"), folder.places());
        assertEquals(List.of("a"), folder.tables());
    }

    @Test
    void anotherEncodingIsAnError() {
        var error = folder().file("models/a.sql", new byte[] {'-', '-', (byte) 0xe4, '\n'}).error();
        assertEquals("models/a.sql: This is not UTF-8.", error);
    }

    @Test
    void classesAndSqlAreModelsTogether() {
        var folder = folder().file("models/Item.java", """
                import jakarta.persistence.Entity;
                import jakarta.persistence.Id;

                @Entity
                record Item(@Id long id, String itemName) {
                }
                """);
        assertEquals(List.of("Item"), folder.tables());
        assertEquals(Set.of("item"), folder.read().classTables());
        assertEquals(ModelFolder.definitions(), folder.read().unsaid());

        folder.file("models/views.sql", "CREATE VIEW name AS SELECT itemName FROM Item;");
        assertEquals(Set.of(), folder.read().unsaid());
        assertEquals(List.of("name"), folder.built(it -> ModelFolder.names(it,
                "SELECT name FROM sqlite_schema WHERE type = 'view'")));
        assertEquals(Set.of("item"), folder.read().classTables());
    }

    @Test
    void namesInSnakeCaseAreASetting() {
        var folder = folder().setting("models.naming", "snake-case").file("models/Item.java", """
                @jakarta.persistence.Entity
                class LabResult {
                    @jakarta.persistence.Id
                    Long id;
                }
                """);
        assertEquals(List.of("lab_result"), folder.tables());
    }
}
