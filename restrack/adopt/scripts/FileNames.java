package restrack.adopt.scripts;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import restrack.script.FileName;
import restrack.script.NaturalOrder;

/**
 * Names for scripts that are carried over, in the order of the graph, so that {@code ls} shows it. As for new scripts
 * the time comes first where all times are known and rise; else the version, if all are plain numbers; else a number
 * that is counted up. Scripts that are written later have the year in front and come behind them all.
 */
final class FileNames {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDTH = 4;
    private static final int LONGEST = 7;

    private FileNames() {
    }

    /** {@return a name for each script} */
    static List<String> of(List<Carried> scripts) {
        if (scripts.stream().allMatch(it -> it.created().isPresent())) {
            var names = scripts.stream()
                    .map(it -> TIME.format(it.created().orElseThrow()) + "_" + it.id() + slug(it)).toList();
            if (rises(names)) {
                return names;
            }
        }
        int width = Math.max(WIDTH, Integer.toString(scripts.size()).length());
        if (scripts.stream().allMatch(it -> it.id().matches("\\d{1," + LONGEST + "}"))) {
            var names = scripts.stream().map(it -> padded(it.id(), width) + slug(it)).toList();
            if (rises(names)) {
                return names;
            }
        }
        var names = new ArrayList<String>();
        for (var script : scripts) {
            names.add(padded(Integer.toString(names.size() + 1), width) + "_" + script.id() + slug(script));
        }
        return names;
    }

    private static String slug(Carried script) {
        var slug = FileName.slug(script.message());
        return (slug.isEmpty() ? "" : "_" + slug) + ".sql";
    }

    private static String padded(String digits, int width) {
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static boolean rises(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (NaturalOrder.INSTANCE.compare(names.get(i - 1), names.get(i)) >= 0
                    || names.get(i - 1).compareTo(names.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
