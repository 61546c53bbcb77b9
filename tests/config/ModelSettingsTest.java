package tests.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.Key;

/** What is set about models and comparisons. */
class ModelSettingsTest {
    @TempDir
    private Path temporary;
    private SettingsFolder folder;

    @BeforeEach
    void folder() {
        folder = new SettingsFolder(temporary);
    }

    @Test
    void theDefaultIsTheFolderModels() {
        var settings = folder.load();
        assertEquals(List.of("models"), settings.models());
        assertFalse(settings.get(Key.MODELS).isSet());
        assertEquals(List.of(), settings.modelsClassPath());
        assertEquals("", settings.modelsCommand());
        assertEquals("as-written", settings.modelsNaming());
        assertEquals(List.of(), settings.ignoredAnnotations());
        assertEquals(List.of(), settings.autogenerateIgnore());
    }

    @Test
    void allOfThemAreRead() throws IOException {
        folder.properties("""
                models = target/classes, , models/views.sql
                models.class-path = lib/a.jar,, target/classes
                models.naming = Snake-Case
                models.ignore-annotations = org.example.Audited,org.example.Cached
                autogenerate.ignore = trigger, table:audit_*,column:user.legacy_* , Foreign-Key : x
                """).environment("MIGRATE_MODELS_COMMAND", "python -m app.schema");
        var settings = folder.load();
        assertEquals(List.of("target/classes", "models/views.sql"), settings.models());
        assertTrue(settings.get(Key.MODELS).isSet());
        assertEquals(List.of("lib/a.jar", "target/classes"), settings.modelsClassPath());
        assertEquals("python -m app.schema", settings.modelsCommand());
        assertEquals("snake-case", settings.modelsNaming());
        assertEquals(List.of("org.example.Audited", "org.example.Cached"), settings.ignoredAnnotations());
        assertEquals(List.of("trigger", "table:audit_*", "column:user.legacy_*", "Foreign-Key : x"),
                settings.autogenerateIgnore());
    }

    @Test
    void aNamingThatThereIsNotIsAnError() throws IOException {
        folder.properties("models.naming = camel\n");
        var error = assertThrows(MigrateException.class, folder::load);
        assertEquals(ErrorKind.BAD_SETTING, error.kind());
        assertEquals("The setting models.naming (migrations/migrate.properties models.naming) cannot be 'camel'.",
                error.getMessage());
        assertEquals("Write as-written or snake-case.", error.hint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"triggers", "table:", ":x", "table:x, y", "audit_*"})
    void whatIsNoSubjectCannotBeIgnored(String entry) {
        var error = assertThrows(MigrateException.class, () -> folder.option("autogenerate.ignore", entry).load());
        assertEquals(ErrorKind.BAD_SETTING, error.kind());
        assertTrue(error.getMessage().contains("(option --autogenerate.ignore)"), error.getMessage());
        assertTrue(error.hint().contains("table, column, type, nullability, default,"), error.hint());
    }

    @Test
    void theVariablesThatMayHoldTheUrlAreKnown() {
        assertTrue(folder.option("url.variable", "DB_LAB, DB_OLD").load().urlVariables()
                .containsAll(List.of("DB_LAB", "DB_OLD", "DATABASE_URL", "MIGRATE_URL", "MIGRATE_URL_DEFAULT")));
    }

    @ParameterizedTest
    @CsvSource({"npx prisma@6 migrate diff --from-empty, npx prisma@6 migrate diff --from-empty",
        "pg_dump -s postgresql://ann:hunter2@h/db | sed s/x/y/, pg_dump -s postgresql://ann:***@h/db | sed s/x/y/",
        "PGPASSWORD=hunter2 pg_dump, PGPASSWORD=*** pg_dump",
        "dump --password=hunter2 app, dump --password=*** app"})
    void thePasswordsOfACommandAreMasked(String command, String shown) {
        folder.option("models.command", command);
        assertEquals(shown + " (option --models.command)", folder.shown("models.command"));
        assertEquals(command, folder.load().modelsCommand());
    }
}
