package tests.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Result;

/** A password never appears, whatever the command, however it ends, wherever the URL comes from. */
class PasswordsTest {
    private static final List<String> COMMANDS = List.of("upgrade", "upgrade --dry-run", "upgrade --sql",
            "downgrade -1", "downgrade base", "status", "current", "heads", "heads -i", "branches", "history",
            "show head", "show nope", "stamp head", "stamp base --purge", "check", "repair one --reason x",
            "config", "init", "help", "--nope");
    private static final List<String> URLS = List.of("postgresql://bob:%s@localhost/db",
            "mariadb+pymysql://bob:%s@h/db", "mysql://h/db?user=bob&password=%s", "postgresql://bob:%s@localhost",
            "mysql://bob:%s@h:port/db", "jdbc:postgresql://h/db?user=bob&password=%s", "jdbc:mariadb://bob:%s@h/db",
            "oracle://bob:%s@h/db", "postgresql://bob:%s@@h/db", "bob:%s@h/db", "sqlite://bob:%s@h/data.db",
            "postgresql://bob:%s", "postgresql://bob:%s/db");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private String password() {
        var letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!$*()_+~^";
        var password = new StringBuilder("pw");
        for (int i = 0; i < 12; i++) {
            password.append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    @Test
    void noCommandShowsThePasswordOfAnOption() {
        var project = Projects.chain(folder);
        for (var url : URLS) {
            for (var command : COMMANDS) {
                var password = password();
                var arguments = (command + " -v").split(" ");
                var with = new String[arguments.length + 2];
                System.arraycopy(arguments, 0, with, 0, arguments.length);
                with[arguments.length] = "--url";
                with[arguments.length + 1] = url.formatted(password);
                assertSilent(password, project.migrate(with), command + " " + url);
                assertSilent(password, project.migrate(append(with, "--json")), command + " " + url);
            }
        }
    }

    @Test
    void noCommandShowsThePasswordOfTheEnvironment() {
        for (var command : COMMANDS) {
            var password = password();
            var project = Projects.chain(folder).environment("DB_RESTRACK", URLS.get(0).formatted(password));
            assertSilent(password, project.migrate(command.split(" ")), command);
            assertSilent(password, project.revision("-m", "x", "--json"), "revision");
        }
    }

    @Test
    void commandsThatSucceedShowNoneEither() {
        var password = password();
        var url = "sqlite:///data/restrack.db?password=" + password;
        var project = Projects.chain(folder).file("/.env", "DB_RESTRACK=" + url + "\n");
        boolean succeeded = false;
        for (var command : COMMANDS) {
            var result = project.migrate(command.split(" "));
            succeeded |= result.exitCode() == 0 && command.equals("config");
            assertSilent(password, result, command);
        }
        assertTrue(succeeded);
        assertTrue(project.migrate("config").out().contains("password=***"));
    }

    private static String[] append(String[] arguments, String last) {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    private void assertSilent(String password, Result result, String what) {
        assertFalse((result.out() + result.err()).contains(password), () -> "seed " + seed + ", " + what + ":\n"
                + result.out() + result.err());
    }
}
