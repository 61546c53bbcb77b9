package restrack.database.mariadb;

import java.util.ArrayList;
import java.util.List;
import restrack.database.Client;
import restrack.database.ScriptRules.Standing;
import restrack.sql.Statement;
import restrack.sql.TokenKind;

/**
 * The {@code mariadb} program, which is also called {@code mysql}. It stops at the first error by itself, unless it is
 * called with {@code --force}. It cuts statements at semicolons, those in bodies too, and takes lines for commands of
 * its own that begin with a backslash or with one of its words.
 */
final class MariaProgram implements Client {
    private static final List<String> DELIMITERS = List.of(";;", "//", "$$", "|||", "§§");

    @Override
    public String prologue(boolean foreignKeys) {
        return "SET NAMES utf8mb4;\n" + settings(foreignKeys);
    }

    /** Which of the two servers it will be is not known; only one of them runs the second line. */
    private static String settings(boolean foreignKeys) {
        return MariaSession.settings(false, foreignKeys) + ";\n/*M!100100 "
                + MariaSession.settings(true, foreignKeys) + " */;";
    }

    @Override
    public String begin() {
        return "START TRANSACTION;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public List<String> beforeChanges() {
        return List.of();
    }

    @Override
    public String statement(Statement statement) {
        var text = statement.text();
        boolean cut = statement.tokens().stream().anyMatch(it -> it.isSymbol(';'));
        if (!cut) {
            return text + ";";
        }
        var delimiter = DELIMITERS.stream().filter(it -> !text.contains(it)).findFirst().orElseThrow();
        return "DELIMITER " + delimiter + "\n" + text + delimiter + "\nDELIMITER ;";
    }

    @Override
    public List<String> renewal(List<Statement> said, boolean foreignKeys) {
        var statements = new ArrayList<String>();
        boolean set = false;
        for (var statement : said) {
            set |= MariaStanding.of(statement) == Standing.SESSION;
            if (statement.starts("CREATE", "TEMPORARY", "TABLE")) {
                var cursor = statement.cursor();
                cursor.accept("CREATE", "TEMPORARY", "TABLE");
                cursor.accept("IF", "NOT", "EXISTS");
                cursor.name().ifPresent(it -> statements.add("DROP TEMPORARY TABLE IF EXISTS `"
                        + it.replace("`", "``") + "`;"));
            }
        }
        if (set) {
            statements.add(prologue(foreignKeys));
            said.stream().flatMap(it -> it.tokens().stream())
                    .filter(it -> it.kind() == TokenKind.WORD && it.text().matches("@[^@].*"))
                    .map(it -> "SET " + it.text() + " = NULL;").distinct().forEach(statements::add);
        }
        return statements;
    }

    /** With ANSI_QUOTES and NO_BACKSLASH_ESCAPES off, as {@link #prologue} has it. */
    @Override
    public String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0").replace("\r", "\\r")
                .replace("\u001a", "\\Z") + "'";
    }

    @Override
    public String now() {
        return "concat(replace(left(utc_timestamp(3), 23), ' ', 'T'), 'Z')";
    }
}
