package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import restrack.schema.Definition;

/** The attributes of a composite type, each as it is written: {@code street text}. */
final class Attributes {
    private static final Pattern NAME = Pattern.compile("^(\"(?:[^\"]|\"\")*\"|[^\\s\"]+)\\s*(.*)$", Pattern.DOTALL);

    private Attributes() {
    }

    /** {@return the name that a text begins with, as it is written} */
    static String name(String text) {
        var matcher = NAME.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    private static Map<String, String> types(List<String> attributes) {
        var types = new LinkedHashMap<String, String>();
        for (var attribute : attributes) {
            var matcher = NAME.matcher(attribute);
            types.put(name(attribute), matcher.matches() ? matcher.group(2) : "");
        }
        return types;
    }

    /** {@return whether what stays is in the same order, and all that is new behind it} */
    static boolean canBecome(List<String> from, List<String> to) {
        var before = new ArrayList<>(types(from).keySet());
        var after = new ArrayList<>(types(to).keySet());
        before.retainAll(after);
        return after.subList(0, before.size()).equals(before);
    }

    /** {@return the statement that makes a type what it is going to be} */
    static List<String> changed(Definition type, List<String> from) {
        var before = types(from);
        var after = types(type.detail().parts());
        var actions = new ArrayList<String>();
        before.keySet().stream().filter(it -> !after.containsKey(it))
                .forEach(it -> actions.add("DROP ATTRIBUTE " + it));
        after.forEach((name, is) -> {
            if (!before.containsKey(name)) {
                actions.add("ADD ATTRIBUTE " + name + " " + is);
            } else if (!before.get(name).equals(is)) {
                actions.add("ALTER ATTRIBUTE " + name + " TYPE " + is);
            }
        });
        return List.of("ALTER TYPE " + Parts.name(type) + "\n    " + String.join(",\n    ", actions));
    }
}
