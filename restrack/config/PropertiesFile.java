package restrack.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import restrack.ErrorKind;
import restrack.MigrateException;

/** {@code migrate.properties}, in UTF-8. A key that nobody knows is an error, so that a slip is not passed over. */
final class PropertiesFile {
    static final String NAME = "migrate.properties";

    private PropertiesFile() {
    }

    /**
     * @param file  the file
     * @param label what messages call it
     * @return what it says by name; empty without a file
     */
    static Map<String, String> read(Path file, String label) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Map.of();
        } catch (IOException | IllegalArgumentException e) {
            // In a folder that is a file, some systems say it in their own way.
            if (!Files.exists(file)) {
                return Map.of();
            }
            throw new MigrateException(ErrorKind.BAD_SETTING, "The file " + label + " cannot be read: "
                    + reason(e) + ".", "It has to be a properties file in UTF-8.", e);
        }
        var values = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            check(name, file, label);
            values.put(name, properties.getProperty(name));
        }
        return values;
    }

    private static String reason(Exception e) {
        return e instanceof CharacterCodingException ? "it is not UTF-8" : e.getMessage();
    }

    private static void check(String name, Path file, String label) {
        if (isKnown(name)) {
            return;
        }
        // NAME.key belongs to an environment.
        var dot = name.indexOf('.');
        var rest = dot > 0 ? name.substring(dot + 1) : "";
        if (dot > 0 && isKnown(rest) && isEnvironment(name.substring(0, dot))) {
            return;
        }
        var key = Key.of(name);
        if (key != null) {
            throw new MigrateException(ErrorKind.BAD_SETTING, label + line(file, name) + " sets '" + name
                    + "', which decides where this file is and what counts in it.",
                    "Say --" + name + " on the command line, or set " + key.variable() + " in the environment.");
        }
        throw new MigrateException(ErrorKind.BAD_SETTING,
                label + line(file, name) + " sets '" + name + "', which is not a setting.",
                "Did you mean '" + nearest(name) + "'? 'migrate config' lists the settings there are.");
    }

    private static boolean isKnown(String name) {
        var key = Key.of(name);
        return key != null ? key.inFile() : name.startsWith(Key.PLACEHOLDER)
                && name.length() > Key.PLACEHOLDER.length();
    }

    /** {@return whether an environment may have this name: its keys must not look like those of a setting} */
    static boolean isEnvironment(String name) {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
                return false;
            }
        }
        for (var key : Key.values()) {
            if (key.id().equals(name) || key.id().startsWith(name + ".")) {
                return false;
            }
        }
        return !name.isEmpty() && !Key.PLACEHOLDER.equals(name + ".");
    }

    /** {@return {@code :7} for a key in line 7; empty where it is written in a way that is not seen so easily} */
    private static String line(Path file, String name) {
        try {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                var line = lines.get(i).stripLeading();
                if (line.startsWith(name) && (line.length() == name.length()
                        || "=: \t".indexOf(line.charAt(name.length())) >= 0)) {
                    return ":" + (i + 1);
                }
            }
        } catch (IOException e) {
            // Then without the line.
        }
        return "";
    }

    /** {@return the known key that takes the fewest changed letters} An environment may stand before it. */
    static String nearest(String name) {
        var rest = name.substring(name.indexOf('.') + 1);
        var nearest = "";
        var fewest = Integer.MAX_VALUE;
        for (var key : Key.values()) {
            var changes = Math.min(distance(name, key.id()), distance(rest, key.id()));
            if (key.inFile() && changes < fewest) {
                fewest = changes;
                nearest = key.id();
            }
        }
        return nearest;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
