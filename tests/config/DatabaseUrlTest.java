package tests.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.JDBC;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

class DatabaseUrlTest {
    private static final Path HERE = Path.of("");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite://", "sqlite:///", "sqlite:///:memory:", "jdbc:sqlite:", "jdbc:sqlite::memory:",
        "sqlite+aiosqlite://", "sqlite:///file::memory:?uri=true", "sqlite:///file:x?mode=memory&uri=true"})
    void memoryIsWrittenInManyWays(String text) throws SQLException {
        var url = DatabaseUrl.parse(text, folder);
        assertTrue(url.memory());
        assertEquals(Optional.empty(), url.file());
        createTable(url);
        assertEquals(0, folder.toFile().list().length);
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:///rel.db,               jdbc:sqlite:rel.db",
        "sqlite:///data/rel.db,          jdbc:sqlite:data/rel.db",
        "sqlite:////abs.db,              jdbc:sqlite:/abs.db",
        "sqlite:///C:\\x.db,             jdbc:sqlite:C:\\x.db",
        "sqlite:///C:/x.db,              jdbc:sqlite:C:/x.db",
        "sqlite:///f.db?mode=ro,         jdbc:sqlite:f.db",
        "sqlite:///f.db?timeout=5,       jdbc:sqlite:f.db",
        "sqlite:///f#1.db,               jdbc:sqlite:f#1.db",
        "sqlite:///a%20b.db,             jdbc:sqlite:a%20b.db",
        "sqlite+pysqlite:///f.db,        jdbc:sqlite:f.db",
        "sqlite+aiosqlite:///f.db,       jdbc:sqlite:f.db",
        "sqlite:///file:f.db,            jdbc:sqlite:./file:f.db",
        "sqlite:///file:f.db?mode=ro&uri=true, jdbc:sqlite:file:f.db?mode=ro",
        "sqlite:///file:/abs.db?uri=true, jdbc:sqlite:file:/abs.db",
        "sqlite:///file:///abs.db?uri=true&immutable=1, jdbc:sqlite:file:/abs.db?immutable=1",
        "jdbc:sqlite:f.db,               jdbc:sqlite:f.db",
        "jdbc:sqlite:/abs.db?mode=ro,    jdbc:sqlite:/abs.db",
    })
    void anSqliteUrlBecomesTheDriversUrl(String text, String jdbc) {
        var url = DatabaseUrl.parse(text, HERE);
        assertEquals("sqlite", url.kind());
        assertEquals(jdbc, url.jdbc());
        assertEquals(text, url.display());
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:///rel.db,                     rel.db",
        "sqlite:///a#b.db,                     a#b.db",
        "sqlite:///a%20b.db,                   a%20b.db",
        "sqlite:///f.db?mode=ro,               f.db",
        "sqlite:///file:f.db,                  file:f.db",
        "sqlite:///file:a%20b.db?uri=true,     a b.db",
        "jdbc:sqlite:file:a%23b.db,            a#b.db",
        "jdbc:sqlite:g.db?foreign_keys=on,     g.db",
    })
    void theDriverOpensTheFileThatTheUrlNames(String text, String name) throws SQLException {
        var url = DatabaseUrl.parse(text, folder);
        createTable(url);
        assertEquals(Optional.of(folder.resolve(name)), url.file());
        assertTrue(Files.exists(folder.resolve(name)));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void aUriFindsItsFileInAFolderWithAnOddName() throws Exception {
        var odd = Files.createDirectory(folder.resolve("50% #1"));
        createTable(DatabaseUrl.parse("sqlite:///file:f.db?uri=true", odd));
        assertTrue(Files.exists(odd.resolve("f.db")));
    }

    @Test
    void modeCountsInAUriOnly() throws SQLException {
        createTable(DatabaseUrl.parse("sqlite:///f.db?mode=ro", folder));
        var readOnly = DatabaseUrl.parse("sqlite:///file:f.db?mode=ro&uri=true", folder);
        var error = assertThrows(SQLException.class, () -> execute(readOnly, "INSERT INTO t VALUES (1)"));
        assertTrue(error.getMessage().contains("readonly"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"sqlite:///f.db?timeout=5, 5000", "sqlite:///f.db?timeout=0.25, 250",
        "sqlite:///file:f.db?uri=true&timeout=5, 5000", "jdbc:sqlite:f.db?busy_timeout=70, 70"})
    void aTimeoutIsInSecondsAndReachesTheDriver(String text, String milliseconds) throws SQLException {
        var url = DatabaseUrl.parse(text, folder);
        assertEquals(Map.of("busy_timeout", milliseconds), url.properties());
        try (var connection = new JDBC().connect(url.jdbc(), properties(url));
                var rows = connection.createStatement().executeQuery("PRAGMA busy_timeout")) {
            assertEquals(milliseconds, rows.getString(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite://host/x,                Write three slashes for a file in this folder: sqlite:///host/x",
        "sqlite:x.db,                    Write sqlite:///file.db",
        "sqlite:///x.db?timeout=soon,    Write ?timeout=5",
        "sqlite:///file://h/x?uri=true,  Write file:///folder/file.db.",
        "restrack.db,                    A URL begins with sqlite://",
        "oracle://host/x,                A URL begins with sqlite://",
        "postgresql:host/x,              Write postgresql://user:password@host/database.",
        "postgresql://host,              Write its name after the host",
        "mysql://host/?a=b,              Write its name after the host",
        "mysql://u:50%@host/x,           Write %25 for a percent sign.",
        "jdbc:postgresql,                'Write jdbc:postgresql://host/database'",
    })
    void aUrlThatNamesNothingSaysWhatToWrite(String text, String hint) {
        var error = assertThrows(MigrateException.class, () -> DatabaseUrl.parse(text, HERE));
        assertEquals(ErrorKind.BAD_URL, error.kind());
        assertTrue(error.hint().startsWith(hint), error.hint());
        assertTrue(error.getMessage().startsWith("The database URL '"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:pw@h/db,                 postgresql, jdbc:postgresql://h/db,             ann, pw",
        "postgresql+psycopg2://ann:pw@h:5433/db,   postgresql, jdbc:postgresql://h:5433/db,        ann, pw",
        "postgres://ann:pw@h/db?sslmode=require,   postgresql, jdbc:postgresql://h/db?sslmode=require, ann, pw",
        "postgresql:///db,                         postgresql, jdbc:postgresql://localhost/db,     , ",
        "postgresql://ann@[::1]:5/db,              postgresql, jdbc:postgresql://[::1]:5/db,       ann, ",
        "mariadb+pymysql://ann:pw@h/db,            mariadb,    jdbc:mariadb://h/db,                ann, pw",
        "mysql://ann:pw@h/db,                      mysql,      jdbc:mariadb://h/db,                ann, pw",
        "postgresql://a%40b:p%40%2F%3A+w@h/db,     postgresql, jdbc:postgresql://h/db,             a@b, p@/:+w",
        "postgresql://ann:p@w@h/db,                postgresql, jdbc:postgresql://h/db,             ann, p@w",
        "postgresql://ann:p/w@h/db,                postgresql, jdbc:postgresql://h/db,             ann, p/w",
        "postgresql://ann:1/2@h/db,                postgresql, jdbc:postgresql://h/db,             ann, 1/2",
        "postgresql://h:5432/db?application=a@b,   postgresql, jdbc:postgresql://h:5432/db?application=a@b, ,",
        "postgresql://h/db?user=ann&password=pw&x=1, postgresql, jdbc:postgresql://h/db?x=1,       ann, pw",
        "jdbc:postgresql://h/db?user=ann&password=p%2Fw, postgresql, jdbc:postgresql://h/db,       ann, p/w",
        "jdbc:mariadb://h/db?password=p%2Fw&a=b,   mariadb,    jdbc:mariadb://h/db?a=b,            , p%2Fw",
        "jdbc:mysql://ann:pw@h/db,                 mysql,      jdbc:mysql://h/db,                  ann, pw",
        "jdbc:sqlserver://h;databaseName=d;password=pw;user=ann, sqlserver, jdbc:sqlserver://h;databaseName=d, ann, pw",
        "jdbc:oracle:thin:ann/pw@//h/db,           oracle,     jdbc:oracle:thin:@//h/db,           ann, pw",
    })
    void userAndPasswordLeaveTheUrlOfAServer(String text, String kind, String jdbc, String user, String password) {
        var url = DatabaseUrl.parse(text, HERE);
        assertEquals(kind, url.kind());
        assertEquals(jdbc, url.jdbc());
        assertEquals(user, url.properties().get("user"));
        assertEquals(password, url.properties().get("password"));
        assertEquals(Optional.empty(), url.file());
        assertFalse(url.memory());
    }

    private static void createTable(DatabaseUrl url) throws SQLException {
        execute(url, "CREATE TABLE t (a)");
    }

    private static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = new JDBC().connect(url.jdbc(), properties(url));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Properties properties(DatabaseUrl url) {
        var properties = new Properties();
        properties.putAll(url.properties());
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://bob:geheim/db", "jdbc:postgresql://bob:geheim/db", "mysql://h:geheim/db",
        "jdbc:mariadb://h1:3306,h2:geheim/db", "postgresql://bob:geheim@h:99999/db", "postgresql://[::1:5432/db"})
    void whatIsNoPortIsRefusedAndNotRepeated(String url) {
        var error = assertThrows(MigrateException.class, () -> DatabaseUrl.parse(url, Path.of("")));

        assertEquals(ErrorKind.BAD_URL, error.kind());
        assertFalse((error.getMessage() + error.hint()).contains("geheim"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://[::1]:5432/db", "postgresql://[::1]/db", "postgresql://a:1,b,c:65535/db",
        "jdbc:mariadb:sequential://a,b:3306/db", "jdbc:mariadb://address=(host=a)(port=1)/db", "postgresql:///db"})
    void hostsAndPortsAreTakenAsTheyStand(String url) {
        DatabaseUrl.parse(url, Path.of(""));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://bob@h:1/other, geheim", "postgresql://bob:own@h:1/other, own", "postgresql://eve@h:1/other,",
        "postgresql://bob@h:2/other,", "postgresql://bob@h/other,", "mariadb://bob@h:1/other,", "sqlite:///other,",
    })
    void aPasswordIsForTheSameUserOnTheSameServerOnly(String url, String password) {
        var other = DatabaseUrl.parse("postgresql://bob:geheim@h:1/db", Path.of(""));

        assertEquals(password, DatabaseUrl.parse(url, Path.of("")).withPasswordOf(other).properties().get("password"));
    }
}
