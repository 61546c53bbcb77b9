package tests.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

class SecretsTest {
    private static final Path HERE = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:hunter2@h/db,                 postgresql://ann:***@h/db",
        "postgresql://ann:hun@ter2@h/db,                postgresql://ann:***@h/db",
        "postgresql://ann:hun/ter2@h/db,                postgresql://ann:***@h/db",
        "postgresql://ann@h/db,                         postgresql://ann@h/db",
        "postgresql://h/db?password=hunter2&a=b,        postgresql://h/db?password=***&a=b",
        "jdbc:postgresql://h/db?a=b&password=hunter2,   jdbc:postgresql://h/db?a=b&password=***",
        "jdbc:mariadb://h/db?trustStorePassword=hunter2, jdbc:mariadb://h/db?trustStorePassword=***",
        "jdbc:mysql://ann:hunter2@h/db,                 jdbc:mysql://ann:***@h/db",
        "jdbc:sqlserver://h;password=hunter2;a=b,       jdbc:sqlserver://h;password=***;a=b",
        "jdbc:oracle:thin:ann/hunter2@//h/db,           jdbc:oracle:***@//h/db",
        "jdbc:sqlite:x@y.db?password=hunter2,           jdbc:sqlite:x@y.db?password=***",
        "sqlite:///a:b@c.db,                            sqlite:///a:b@c.db",
    })
    void whatIsPrintedOfAUrlHasNoPassword(String text, String display) {
        var url = DatabaseUrl.parse(text, HERE);
        assertEquals(display, url.display());
        assertEquals(display, url.toString());
        assertFalse(url.jdbc().contains("hunter2"), url.jdbc());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann:hunter2@h/db", "postgresql:/ann:hunter2@h/db", "postgresql//ann:hunter2@h/db",
        "postgresql://ann:hunter2@h", "oracle://ann:hunter2@h/db", "postgresql://ann:%zzhunter2@h/db",
        "sqlserver://h?password=hunter2", "mysql://h?pwd=hunter2", "jdbc:ann/hunter2@h"})
    void anErrorNeverRepeatsAPassword(String text) {
        var error = assertThrows(MigrateException.class, () -> DatabaseUrl.parse(text, HERE));
        assertFalse((error.getMessage() + error.hint()).contains("hunter2"), error.getMessage());
        assertEquals(null, error.getCause());
    }

    @Test
    void theWordsOfADriverLoseThePassword() {
        var url = DatabaseUrl.parse("postgresql://ann:p%40ss%20word@h/db", HERE);
        assertEquals("no login with *** for ann, *** or ***",
                url.mask("no login with p@ss word for ann, p%40ss%20word or p%40ss+word"));
    }

    @Test
    void aVeryShortPasswordIsMaskedWhereItIsAWord() {
        var url = DatabaseUrl.parse("postgresql://ann:a@h/db", HERE);
        assertEquals("a login as 'ann' with '***' failed", "a" + url.mask(" login as 'ann' with 'a' failed"));
    }

    @Test
    void withoutAPasswordNothingIsMasked() {
        assertEquals("a b c", DatabaseUrl.parse("postgresql://ann:@h/db", HERE).mask("a b c"));
        assertEquals("a b c", DatabaseUrl.parse("sqlite:///x.db?timeout=5", HERE).mask("a b c"));
    }
}
