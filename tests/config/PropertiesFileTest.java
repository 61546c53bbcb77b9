package tests.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.Key;
import restrack.config.PropertiesTemplate;

class PropertiesFileTest {
    @TempDir
    private Path temporary;
    private SettingsFolder folder;

    @BeforeEach
    void folder() {
        folder = new SettingsFolder(temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "lock-timout = 3,          lock-timout,      lock-timeout",
        "  Confirm: true,          Confirm,          confirm",
        "prod.ur = x,              prod.ur,          url",
        "url.confirm = true,       url.confirm,      confirm",
        "placeholder. = x,         placeholder.,     placeholders",
    })
    void anUnknownKeyIsNamedWithItsLineAndTheNearestKnownOne(String line, String key, String nearest)
            throws IOException {
        var error = fails("# ours\n\n" + line + "\n");
        assertEquals("migrations/migrate.properties:3 sets '" + key + "', which is not a setting.",
                error.getMessage());
        assertTrue(error.hint().startsWith("Did you mean '" + nearest + "'?"), error.hint());
    }

    @ParameterizedTest
    @CsvSource({"dir = x, MIGRATE_DIR", "env = prod, MIGRATE_ENV"})
    void whatDecidesWhereTheFileIsCannotStandInIt(String line, String variable) throws IOException {
        assertTrue(fails(line + "\n").hint().contains(variable));
    }

    @ParameterizedTest
    @CsvSource({
        "lock-timeout = soon,  'soon',   'Write 10s, 500ms, 2m, or a number of seconds.'",
        "lock-timeout = -1,    '-1',     'Write 10s, 500ms, 2m, or a number of seconds.'",
        "lock-timeout = 3h,    '3h',     'Write 10s, 500ms, 2m, or a number of seconds.'",
        "lock-timeout = 99999m, '99999m', 'Write 10s, 500ms, 2m, or a number of seconds.'",
        "confirm = perhaps,    'perhaps', Write true or false.",
        "foreign-keys = x,     'x',      Write true or false.",
        "placeholders = x,     'x',      Write true or false.",
        "out-of-order = x,     'x',      Write apply or refuse.",
        "table-prefix = 1 x,   '1 x',    'Write small letters, digits and underscores, no digit first, at most 40.'",
    })
    void aBadValueIsNamedWithItsSource(String line, String value, String hint) throws IOException {
        var error = fails(line + "\n");
        var key = line.substring(0, line.indexOf(' '));
        assertEquals("The setting " + key + " (migrations/migrate.properties " + key + ") cannot be '" + value + "'.",
                error.getMessage());
        assertEquals(hint, error.hint());
    }

    @Test
    void theFileIsReadAsUtf8() throws IOException {
        folder.properties("placeholder.ward = Kinderklinik Süd\n");
        assertEquals("Kinderklinik Süd", folder.load().placeholderValues().get("ward"));
        Files.write(temporary.resolve("migrations/migrate.properties"), new byte[] {'u', 'r', 'l', '=', (byte) 0xE4});
        var error = assertThrows(MigrateException.class, folder::load);
        assertTrue(error.getMessage().contains("it is not UTF-8"), error.getMessage());
    }

    @Test
    void theTemplateNamesEverySettingAndChangesNone() throws IOException {
        folder.properties(PropertiesTemplate.text());
        assertEquals("default", folder.load().get(Key.LOCK_TIMEOUT).source());

        var uncommented = PropertiesTemplate.text().replaceAll("(?m)^#(\\S)", "$1");
        var properties = new Properties();
        properties.load(new StringReader(uncommented));
        for (var key : Key.values()) {
            assertEquals(key.inFile() ? key.fallback() : null, properties.getProperty(key.id()));
        }
        folder.properties(uncommented);
        assertEquals("10s (migrations/migrate.properties lock-timeout)", folder.shown("lock-timeout"));
    }

    private MigrateException fails(String properties) throws IOException {
        folder.properties(properties);
        var error = assertThrows(MigrateException.class, folder::load);
        assertEquals(ErrorKind.BAD_SETTING, error.kind());
        return error;
    }
}
