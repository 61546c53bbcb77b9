package restrack.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.Checksum;

/**
 * The comment lines at the top of a script: {@code key: value} for the keys known here, and a message.
 * Every key is optional. The header ends at the first line that is neither blank nor a comment, and at a marker.
 *
 * @param values  what was written, by key
 * @param message the first comment line that is no key; may be empty
 */
public record Header(Map<String, String> values, String message) {
    /** The keys that a header knows. */
    private static final List<String> KEYS =
            List.of("revision", "revises", "depends-on", "labels", "created", "replaces");

    /**
     * Reads the header of a script.
     *
     * @param text   the whole file
     * @param prefix what begins a comment line: {@code --} or {@code //}
     * @param file   for messages
     * @throws MigrateException {@code bad_script} for a key that stands twice or is nearly one of ours
     */
    static Header read(String text, String prefix, Path file) {
        var values = new LinkedHashMap<String, String>();
        var message = "";
        int lineNumber = 0;
        boolean inBlockComment = false;
        for (int start = 0; start < text.length();) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            var line = text.substring(start, end).strip();
            start = end + 1;
            lineNumber++;
            if (inBlockComment || line.startsWith("/*")) {
                inBlockComment = !line.endsWith("*/");
                continue;
            }
            if (line.isEmpty()) {
                continue;
            }
            if (!line.startsWith(prefix)) {
                break;
            }
            var comment = line.substring(prefix.length());
            if (isDirective(comment, prefix)) {
                continue;
            }
            comment = comment.strip();
            if (SqlScriptReader.beginsAsMarker(comment)) {
                break;
            }
            int colon = comment.indexOf(':');
            var key = colon < 0 ? "" : comment.substring(0, colon);
            if (KEYS.contains(key)) {
                if (values.putIfAbsent(key, comment.substring(colon + 1).strip()) != null) {
                    throw bad(file, lineNumber, "has the key '" + key + "' twice", "Keep one of the two lines.");
                }
                continue;
            }
            refuseMisspelt(key, file, lineNumber);
            if (message.isEmpty()) {
                message = comment;
            }
        }
        return new Header(values, message);
    }

    /** JBang's own lines, {@code //DEPS} and the like, and the {@code ///usr/bin/env} line are no description. */
    private static boolean isDirective(String comment, String prefix) {
        return prefix.equals("//") && (comment.startsWith("/") || comment.matches("[A-Z_]{3,}(\\s.*)?"));
    }

    private static void refuseMisspelt(String key, Path file, int line) {
        for (var known : KEYS) {
            boolean close = !key.isEmpty() && key.charAt(0) == known.charAt(0)
                    && Math.abs(key.length() - known.length()) <= 1 && sharedEnds(key, known) >= known.length() - 1;
            if (close || key.equalsIgnoreCase(known)) {
                throw bad(file, line, "has the key '" + key + "', which is no key",
                        "Write '" + known + ":' if that is what is meant, or put other words before the colon.");
            }
        }
    }

    private static int sharedEnds(String a, String b) {
        int shortest = Math.min(a.length(), b.length());
        int front = 0;
        while (front < shortest && a.charAt(front) == b.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shortest - front && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
            back++;
        }
        return front + back;
    }

    private static MigrateException bad(Path file, int line, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_SCRIPT, file + ":" + line + ": the header " + what + ".", hint);
    }

    /**
     * {@return whether a line comes back as it is from a header: neither as a key, nor a misspelt one, nor a marker}
     *
     * @param line   one line
     * @param prefix what begins a comment line: {@code --} or {@code //}
     */
    public static boolean isMessage(String line, String prefix) {
        try {
            return read(prefix + " " + line, prefix, Path.of("")).equals(new Header(Map.of(), line));
        } catch (MigrateException e) {
            return false;
        }
    }

    /** {@return whether the header says what the script revises, be it nothing} */
    boolean saysWhatItRevises() {
        return values.containsKey("revises");
    }

    /** {@return the values of a key that takes several, separated by commas; empty if it is not there} */
    public List<String> list(String key) {
        var written = values.getOrDefault(key, "");
        if (written.isEmpty()) {
            return List.of();
        }
        var list = new ArrayList<String>();
        for (var value : written.split(",")) {
            if (!value.isBlank()) {
                list.add(value.strip());
            }
        }
        return list;
    }

    /** {@return the value of a key that takes one; empty if it is not there} */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** Adds what counts of the header: what the script revises and depends on, as it is written. */
    Checksum addTo(Checksum checksum) {
        return checksum.values("revises", list("revises")).values("depends-on", list("depends-on"));
    }
}
