package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.database.sqlite.SqliteDialect;

class ShellTextTest {
    private static final String[] PIECES = {"'", "''", "\"", "\\", "\\r", "\\0", "\\r1.", "\r", "\n", "\r\n", "\0",
        "\n.quit\n", "\ngo\n", "\n/\n", ";", ";\n", "--", "/*", "*/", "#", "[", "`", "é", "\uD83D\uDE00", " ", "x",
        "1"};

    @TempDir
    Path folder;

    @Test
    void anyTextSurvivesTheProgram() throws Exception {
        long seed = 7;
        var random = new Random(seed);
        var client = new SqliteDialect().client();
        var texts = new ArrayList<String>();
        var script = new StringBuilder(client.prologue(true)).append("\nCREATE TABLE t (id INTEGER PRIMARY KEY, v);\n");
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            texts.add(text.toString());
            script.append("INSERT INTO t (v) VALUES (").append(client.literal(text.toString())).append(");\n");
        }
        var databases = new OfflineDatabases(folder);

        var outcome = databases.run(script.toString());

        assertEquals("", outcome.said());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(OfflineDatabases.PROGRAM));
             var statement = connection.createStatement();
             var rows = statement.executeQuery("SELECT typeof(v), hex(v) FROM t ORDER BY id")) {
            for (var text : texts) {
                rows.next();
                assertEquals("text " + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8)),
                        rows.getString(1) + " " + rows.getString(2), "seed " + seed + ": " + text);
            }
        }
    }
}
