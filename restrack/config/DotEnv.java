package restrack.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * A {@code .env} file. The library that reads it is loaded only where there is such a file. What it would pass over
 * or cut off in silence is an error here: half a URL names another database.
 */
final class DotEnv {
    private DotEnv() {
    }

    /** {@return what the file declares; empty without a file} */
    static Map<String, String> read(Path folder, String name) {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            var lines = Files.readAllLines(file);
            var values = Library.read(folder, name, lines);
            check(name, lines, values);
            return values;
        } catch (CharacterCodingException e) {
            throw new MigrateException(ErrorKind.BAD_SETTING, "The file " + name + " is not UTF-8.", "", e);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "The file " + name + " cannot be read: "
                    + e.getMessage() + ".", "", e);
        }
    }

    private static void check(String name, List<String> lines, Map<String, String> values) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            var equals = line.indexOf('=');
            if (line.startsWith("#") || equals < 0) {
                continue;
            }
            var key = line.substring(0, equals).strip();
            var value = line.substring(equals + 1).strip();
            var hash = value.indexOf('#');
            if (value.startsWith("\"")) {
                if (!values.containsKey(key)) {
                    throw bad(name, i + 1, "has a quote that is not closed, or something after it.");
                }
            } else if (hash > 0 && (value.startsWith("'") || !Character.isWhitespace(value.charAt(hash - 1)))) {
                throw bad(name, i + 1, "has a # in its value without double quotes around it.");
            }
        }
    }

    private static MigrateException bad(String name, int line, String what) {
        return new MigrateException(ErrorKind.BAD_SETTING, name + ":" + line + " " + what,
                "Write NAME=value or NAME=\"value\" on each line, without 'export'; a comment begins with #.");
    }

    private static final class Library {
        private static final String MALFORMED = "Malformed entry ";

        static Map<String, String> read(Path folder, String name, List<String> lines) {
            var values = new HashMap<String, String>();
            try {
                // Without the filter the library mixes the environment in, and lets it win.
                var entries = Dotenv.configure().directory(folder.toAbsolutePath().toString()).filename(name).load()
                        .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE);
                for (var entry : entries) {
                    values.put(entry.getKey(), unquoted(entry.getValue()));
                }
                return values;
            } catch (DotenvException e) {
                // Its message repeats the line, which may hold a password: so neither message nor cause.
                throw bad(name, line(lines, e.getMessage()), "is no setting.");
            }
        }

        /** The library takes double quotes away, but not single ones. */
        private static String unquoted(String value) {
            var quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
            return quoted ? value.substring(1, value.length() - 1) : value;
        }

        private static int line(List<String> lines, String message) {
            var entry = message.startsWith(MALFORMED) ? message.substring(MALFORMED.length()) : "";
            var end = entry.indexOf('\n');
            var first = (end < 0 ? entry : entry.substring(0, end)).strip();
            for (var i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().equals(first)) {
                    return i + 1;
                }
            }
            return 1;
        }
    }
}
