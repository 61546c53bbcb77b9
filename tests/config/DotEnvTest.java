package tests.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.ErrorKind;
import restrack.MigrateException;

class DotEnvTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "DB_RESTRACK=sqlite:///a.db,               sqlite:///a.db",
        "DB_RESTRACK = sqlite:///a.db,             sqlite:///a.db",
        "DB_RESTRACK=sqlite:///a.db # the old one, sqlite:///a.db",
        "DB_RESTRACK=\"sqlite:///a #1.db\",        sqlite:///a #1.db",
        "DB_RESTRACK='sqlite:///a b.db',           sqlite:///a b.db",
        "DB_RESTRACK=sqlite:///C:\\a.db,           sqlite:///C:\\a.db",
    })
    void aLineIsReadAsPeopleWriteIt(String line, String url) throws IOException {
        assertEquals(url + " (.env DB_RESTRACK)", dotEnv("# ours\n\n" + line + "\n").shown("url"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "DB_RESTRACK=sqlite:///hunter2#1.db,      .env:2 has a # in its value without double quotes around it.",
        "DB_RESTRACK='sqlite:///hunter2 #1.db',   .env:2 has a # in its value without double quotes around it.",
        "DB_RESTRACK=\"sqlite:///hunter2,         `.env:2 has a quote that is not closed, or something after it.`",
        "export DB_RESTRACK=hunter2,              .env:2 is no setting.",
        "DB_RESTRACK: hunter2,                    .env:2 is no setting.",
    })
    void aLineThatWouldBePassedOverOrCutOffIsAnError(String line, String message) throws IOException {
        var settings = dotEnv("A=1\n" + line + "\n");
        var error = assertThrows(MigrateException.class, settings::load);
        assertEquals(ErrorKind.BAD_SETTING, error.kind());
        assertEquals(message, error.getMessage());
        assertFalse(error.hint().contains("hunter2"), error.hint());
        assertNull(error.getCause());
    }

    @Test
    void theEnvironmentOfThisProcessIsNotMixedIn() throws IOException {
        // The library would put the process's own PATH in the place of this one.
        dotEnv("PATH=sqlite:///a.db\n").properties("url.variable = PATH\n");
        assertEquals("sqlite:///a.db (.env PATH)", new SettingsFolder(folder).shown("url"));
    }

    @Test
    void aFileInAnotherEncodingIsAnError() throws IOException {
        Files.write(folder.resolve(".env"), new byte[] {'A', '=', (byte) 0xE4, '\n'});
        var error = assertThrows(MigrateException.class, () -> new SettingsFolder(folder).load());
        assertTrue(error.getMessage().contains(".env is not UTF-8"), error.getMessage());
    }

    private SettingsFolder dotEnv(String text) throws IOException {
        return new SettingsFolder(folder).file(".env", text);
    }
}
