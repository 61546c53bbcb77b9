package tests.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.OutOfOrder;
import restrack.config.Setting;

class SettingsTest {
    @TempDir
    private Path temporary;
    private SettingsFolder folder;

    @BeforeEach
    void folder() {
        folder = new SettingsFolder(temporary);
    }

    @Test
    void anEmptyFolderHasTheDefaults() {
        var settings = folder.load();
        assertEquals(Optional.of(temporary.resolve("data/restrack.db")), settings.url().file());
        assertEquals("sqlite:///data/restrack.db", settings.url().display());
        assertEquals(temporary.resolve("migrations"), settings.dir());
        assertEquals(Duration.ofSeconds(10), settings.lockTimeout());
        assertTrue(settings.foreignKeys());
        assertFalse(settings.placeholders());
        assertEquals(OutOfOrder.APPLY, settings.outOfOrder());
        assertFalse(settings.confirm());
        assertEquals("migrate_", settings.tablePrefix());
        assertEquals("", settings.env());
        assertEquals(Map.of(), settings.placeholderValues());
        for (var setting : settings.all()) {
            assertEquals("default", setting.source());
        }
    }

    @Test
    void eachPlaceWinsOverTheNext() throws IOException {
        folder.properties("url.default = sqlite:///fallback.db\n");
        assertEquals("sqlite:///fallback.db (migrations/migrate.properties url.default)", folder.shown("url"));
        folder.properties("url = sqlite:///properties.db\nurl.default = sqlite:///fallback.db\n");
        assertEquals("sqlite:///properties.db (migrations/migrate.properties url)", folder.shown("url"));
        folder.file(".env", "DATABASE_URL=sqlite:///file.db\n");
        assertEquals("sqlite:///file.db (.env DATABASE_URL)", folder.shown("url"));
        folder.file(".env", "DATABASE_URL=sqlite:///file.db\nDB_RESTRACK=sqlite:///ours.db\n");
        assertEquals("sqlite:///ours.db (.env DB_RESTRACK)", folder.shown("url"));
        folder.environment("DATABASE_URL", "sqlite:///environment.db");
        assertEquals("sqlite:///environment.db (environment DATABASE_URL)", folder.shown("url"));
        folder.environment("DB_RESTRACK", "sqlite:///restrack.db");
        assertEquals("sqlite:///restrack.db (environment DB_RESTRACK)", folder.shown("url"));
        folder.environment("MIGRATE_URL", "sqlite:///migrate.db");
        assertEquals("sqlite:///migrate.db (environment MIGRATE_URL)", folder.shown("url"));
        folder.option("url", "sqlite:///option.db");
        assertEquals("sqlite:///option.db (option --url)", folder.shown("url"));
        assertEquals(Optional.of(temporary.resolve("option.db")), folder.load().url().file());
    }

    @Test
    void anyOtherSettingComesFromTheSamePlaces() throws IOException {
        folder.properties("lock-timeout = 2m\n");
        assertEquals("2m (migrations/migrate.properties lock-timeout)", folder.shown("lock-timeout"));
        folder.file(".env", "MIGRATE_LOCK_TIMEOUT=500ms\n");
        assertEquals("500ms (.env MIGRATE_LOCK_TIMEOUT)", folder.shown("lock-timeout"));
        folder.environment("MIGRATE_LOCK_TIMEOUT", "3");
        assertEquals("3 (environment MIGRATE_LOCK_TIMEOUT)", folder.shown("lock-timeout"));
        folder.option("lock-timeout", "4s");
        assertEquals("4s (option --lock-timeout)", folder.shown("lock-timeout"));
    }

    @ParameterizedTest
    @CsvSource({"10, 10000", "10s, 10000", "500ms, 500", "2m, 120000", "0.5, 500", "1.5 s, 1500", "0, 0"})
    void aLockTimeoutHasAUnitOrIsInSeconds(String text, long milliseconds) {
        assertEquals(Duration.ofMillis(milliseconds), folder.option("lock-timeout", text).load().lockTimeout());
    }

    @ParameterizedTest
    @CsvSource({"true, true", "yes, true", "ON, true", "1, true", "false, false", "no, false", "off, false",
        "0, false"})
    void aSwitchIsWrittenInSeveralWays(String text, boolean value) {
        assertEquals(value, folder.environment("MIGRATE_CONFIRM", text).load().confirm());
    }

    @Test
    void otherSettingsAreRead() throws IOException {
        folder.properties("foreign-keys=false\nplaceholders=true\nout-of-order=refuse\ntable-prefix=lab_\n");
        var settings = folder.load();
        assertFalse(settings.foreignKeys());
        assertTrue(settings.placeholders());
        assertEquals(OutOfOrder.REFUSE, settings.outOfOrder());
        assertEquals("lab_", settings.tablePrefix());
    }

    @Test
    void anEmptyVariableCountsAsNotSet() throws IOException {
        folder.environment("DB_RESTRACK", "").file(".env", "DB_RESTRACK=\n").properties("url =\nconfirm = \n");
        assertEquals("sqlite:///data/restrack.db (default)", folder.shown("url"));
        assertEquals("false (default)", folder.shown("confirm"));
    }

    @Test
    void anEmptyOptionIsAnError() {
        var error = assertThrows(MigrateException.class, () -> folder.option("url", "").load());
        assertEquals(ErrorKind.BAD_SETTING, error.kind());
        assertEquals("The option --url is empty.", error.getMessage());
    }

    @Test
    void anotherRepositoryHasItsOwnVariables() throws IOException {
        folder.properties("url.variable = DB_LAB, DB_OLD_LAB\n").environment("DB_RESTRACK", "sqlite:///restrack.db");
        assertEquals("sqlite:///data/restrack.db (default)", folder.shown("url"));
        folder.environment("DATABASE_URL", "sqlite:///any.db");
        assertEquals("sqlite:///any.db (environment DATABASE_URL)", folder.shown("url"));
        folder.environment("DB_OLD_LAB", "sqlite:///old.db");
        assertEquals("sqlite:///old.db (environment DB_OLD_LAB)", folder.shown("url"));
        folder.environment("DB_LAB", "sqlite:///lab.db");
        assertEquals("sqlite:///lab.db (environment DB_LAB)", folder.shown("url"));
    }

    @Test
    void theFolderOfTheScriptsDecidesWhichPropertiesCount() throws IOException {
        folder.properties("confirm = false\n").file("db/scripts/migrate.properties", "confirm = true\n");
        folder.environment("MIGRATE_DIR", "db/scripts/");
        assertEquals("true (db/scripts/migrate.properties confirm)", folder.shown("confirm"));
        assertEquals(temporary.resolve("db/scripts"), folder.load().dir());
        assertEquals("db/scripts/", folder.load().dirAsWritten());
        assertEquals("false (migrations/migrate.properties confirm)",
                folder.option("dir", "migrations").shown("confirm"));
    }

    @Test
    void anEnvironmentsKeysWinOverThePlainOnes() throws IOException {
        folder.properties("""
                url = sqlite:///plain.db
                prod.url = postgresql://ann:hunter2@h/prod
                prod.confirm = true
                lock-timeout = 7
                test.lock-timeout = 1
                """);
        assertEquals("sqlite:///plain.db (migrations/migrate.properties url)", folder.shown("url"));
        folder.option("env", "prod");
        assertEquals("postgresql://ann:***@h/prod (migrations/migrate.properties prod.url)", folder.shown("url"));
        assertEquals("true (migrations/migrate.properties prod.confirm)", folder.shown("confirm"));
        assertEquals("7 (migrations/migrate.properties lock-timeout)", folder.shown("lock-timeout"));
        assertEquals("prod (option --env)", folder.shown("env"));
    }

    @Test
    void anEnvironmentsFileWinsOverThePlainOne() throws IOException {
        folder.file(".env", "DB_RESTRACK=sqlite:///plain.db\nMIGRATE_CONFIRM=true\n")
                .file(".env.test", "DATABASE_URL=sqlite:///test.db\n").environment("MIGRATE_ENV", "test");
        assertEquals("sqlite:///test.db (.env.test DATABASE_URL)", folder.shown("url"));
        assertEquals("true (.env MIGRATE_CONFIRM)", folder.shown("confirm"));
    }

    @Test
    void anEnvironmentThatIsNowhereIsAnError() throws IOException {
        folder.properties("prod.confirm = true\n").option("env", "prd");
        var error = assertThrows(MigrateException.class, folder::load);
        assertEquals(ErrorKind.BAD_SETTING, error.kind());
        assertEquals("There is no environment 'prd' (option --env): no key in migrations/migrate.properties begins "
                + "with 'prd.', and no file .env.prd sets anything.", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"url", "placeholder", "../prod", "a.b"})
    void anEnvironmentsNameCannotBeTakenForSomethingElse(String name) {
        var error = assertThrows(MigrateException.class, () -> folder.option("env", name).load());
        assertTrue(error.getMessage().startsWith("The setting env (option --env) cannot be"), error.getMessage());
    }

    @Test
    void placeholdersComeFromEveryPlaceAndMayBeEmpty() throws IOException {
        folder.properties("""
                placeholder.schema = public
                prod.placeholder.schema = live
                placeholder.ward =
                placeholder.api_token = hunter2
                placeholder.Lab = L1
                """);
        assertEquals(Map.of("schema", "public", "ward", "", "api_token", "hunter2", "Lab", "L1"),
                folder.load().placeholderValues());
        assertEquals("*** (migrations/migrate.properties placeholder.api_token)",
                folder.shown("placeholder.api_token"));
        folder.option("env", "prod");
        assertEquals("live (migrations/migrate.properties prod.placeholder.schema)",
                folder.shown("placeholder.schema"));
        folder.environment("MIGRATE_PLACEHOLDER_SCHEMA", "fromhere");
        assertEquals("fromhere (environment MIGRATE_PLACEHOLDER_SCHEMA)", folder.shown("placeholder.schema"));
        folder.option("placeholder.schema", "chosen");
        assertEquals("chosen (option --set schema)", folder.shown("placeholder.schema"));
    }

    @Test
    void passwordsAreMaskedWhereSettingsAreListed() throws IOException {
        folder.properties("url.default = mariadb://ann:hunter2@h/db\n")
                .environment("DB_RESTRACK", "jdbc:postgresql://h/db?password=hunter2");
        var settings = folder.load();
        assertFalse(settings.all().toString().contains("hunter2"));
        for (var setting : settings.all()) {
            assertFalse(setting.value().contains("hunter2"), setting.name());
        }
        assertEquals("jdbc:postgresql://h/db?password=*** (environment DB_RESTRACK)", folder.shown("url"));
        assertEquals("hunter2", settings.url().properties().get("password"));
    }

    @Test
    void aBadUrlNamesItsSourceAndOnlyWhenItIsAskedFor() {
        var settings = folder.environment("DB_RESTRACK", "ann:hunter2@h/db").load();
        var error = assertThrows(MigrateException.class, settings::url);
        assertEquals(ErrorKind.BAD_URL, error.kind());
        assertEquals("The database URL '***@h/db' names no database that is known here. "
                + "It comes from: environment DB_RESTRACK.", error.getMessage());
        assertEquals("***@h/db (environment DB_RESTRACK)", folder.shown("url"));
    }

    @Test
    void theListIsAlwaysInTheSameOrder() throws IOException {
        folder.properties("placeholder.b = 1\nplaceholder.a = 2\nconfirm = true\n");
        assertEquals(List.of("url", "url.variable", "url.default", "url.password", "url.password.file",
                "url.password.command", "env", "dir", "lock-timeout", "lease", "scratch.url", "foreign-keys",
                "placeholders", "out-of-order", "confirm", "backup", "backup.folder",
                "backup.keep", "table-prefix", "models", "models.class-path",
                "models.command", "models.naming", "models.ignore-annotations", "autogenerate.ignore",
                "placeholder.a", "placeholder.b"),
                folder.load().all().stream().map(Setting::name).toList());
    }
}
