package restrack.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import restrack.config.Settings;
import restrack.copy.Backup;

/** Copies of databases as they are told. */
final class Backups {
    private static final double THOUSAND = 1000;

    private Backups() {
    }

    /** {@return a copy in lines, the first beginning with a word} */
    static List<String> lines(String word, Backup backup, Settings settings) {
        var lines = new ArrayList<String>();
        lines.add(word + "  " + settings.shown(backup.path()) + "  " + size(backup.bytes()) + "  "
                + time(backup.millis()));
        backup.notes().forEach(it -> lines.add("    " + it));
        backup.pruned().forEach(it -> lines.add("    removed  " + settings.shown(it)));
        return lines;
    }

    /** {@return a copy as {@code --json} has it} */
    static Map<String, Object> document(Backup backup, Settings settings) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("path", settings.shown(backup.path()).toString());
        fields.put("bytes", backup.bytes());
        fields.put("ms", backup.millis());
        fields.put("notes", backup.notes());
        fields.put("pruned", backup.pruned().stream().map(it -> settings.shown(it).toString()).toList());
        return fields;
    }

    /** {@return a duration: {@code 240 ms}, {@code 1.3 s}} */
    static String time(long millis) {
        return millis < THOUSAND ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / THOUSAND);
    }

    /** {@return a number of bytes: {@code 1.2 MB}} */
    static String size(long bytes) {
        double number = bytes / THOUSAND;
        var unit = "kB";
        for (var larger : List.of("MB", "GB", "TB")) {
            if (number >= THOUSAND) {
                number /= THOUSAND;
                unit = larger;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", number, unit);
    }
}
