package restrack.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import restrack.MigrateException;
import restrack.apply.Outlook;
import restrack.apply.Size;
import restrack.database.Cost;

/** What is expected of changes to tables and of batches, as lines for people and as JSON. */
final class Outlooks {
    private static final String INDENT = "    ";

    private Outlooks() {
    }

    /** {@return the lines below the line of a script} What is refused is an error, not a line. */
    static List<String> lines(List<Outlook> outlooks) {
        var lines = new ArrayList<String>();
        for (var outlook : outlooks) {
            var line = INDENT + "line " + outlook.place().statement().line() + ": ";
            if (outlook instanceof Outlook.Change change) {
                lines.add(line + change.change().table() + ", " + change.change().way().words() + ": "
                        + cost(change.cost()));
                lines.addAll(notes(change.change().notes()));
            } else if (outlook instanceof Outlook.InBatches batches) {
                lines.add(line + batches.table() + ", " + inBatches(batches) + ": "
                        + count(batches.rows(), "row", "rows") + ", " + count(batches.batches(), "batch", "batches"));
            } else if (outlook instanceof Outlook.Unknown unknown) {
                lines.add(line + unknown.table() + ", not known yet: " + unknown.reason() + ".");
            }
        }
        return lines;
    }

    /** {@return what should be known of changes, a line each} */
    static List<String> notes(List<String> notes) {
        return notes.stream().map(it -> INDENT + INDENT + it).toList();
    }

    /** {@return what is going to be refused, in order} */
    static List<MigrateException> refusals(Collection<List<Outlook>> outlooks) {
        var refusals = new ArrayList<MigrateException>();
        for (var outlook : outlooks) {
            for (var each : outlook) {
                if (each instanceof Outlook.Refused refused) {
                    refusals.add(refused.error());
                }
            }
        }
        return refusals;
    }

    private static String inBatches(Outlook.InBatches batches) {
        return String.format(Locale.ROOT, "in batches of %,d by %s", batches.size(), batches.key());
    }

    private static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    private static String cost(Cost cost) {
        return count(cost.rows(), "row", "rows") + ", "
                + Size.ofTime(cost.milliseconds())
                + (cost.bytes() == 0 ? "" : ", needs " + Size.of(cost.bytes()) + " of disk");
    }

    /** {@return the same for programs; what cannot be known yet has no way, and says why in its notes} */
    static List<Map<String, Object>> documents(List<Outlook> outlooks) {
        var documents = new ArrayList<Map<String, Object>>();
        for (var outlook : outlooks) {
            if (outlook instanceof Outlook.Change change) {
                documents.add(document(change.change().table().toString(), outlook, change.change().way().words(),
                        change.cost(), change.change().notes()));
            } else if (outlook instanceof Outlook.InBatches batches) {
                var fields = document(batches.table().toString(), outlook, inBatches(batches), null, List.of());
                fields.put("rows", batches.rows());
                fields.put("batches", batches.batches());
                documents.add(fields);
            } else if (outlook instanceof Outlook.Unknown unknown) {
                documents.add(document(unknown.table().toString(), outlook, null, null, List.of(unknown.reason())));
            }
        }
        return documents;
    }

    private static Map<String, Object> document(String table, Outlook outlook, String way, Cost cost,
                                                List<String> notes) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("table", table);
        fields.put("statement", outlook.place().statement().text());
        fields.put("line", outlook.place().statement().line());
        fields.put("way", way);
        fields.put("rows", cost == null ? null : cost.rows());
        fields.put("ms", cost == null ? null : cost.milliseconds());
        fields.put("bytes", cost == null ? null : cost.bytes());
        fields.put("notes", notes);
        return fields;
    }
}
