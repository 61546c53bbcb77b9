package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the file beside a script of Flyway's says of it: {@code V1__x.sql.conf}.
 *
 * @param values the values by their keys
 */
record FlywayConfig(Map<String, String> values) {
    static final String EXTENSION = ".conf";

    /** {@return what is said of a script; nothing if there is no such file} */
    static FlywayConfig of(ForeignFolder folder, String script) {
        var values = new TreeMap<String, String>();
        if (folder.has(script + EXTENSION)) {
            for (var line : folder.read(script + EXTENSION).lines()) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.strip().startsWith("#")) {
                    var key = line.substring(0, equals).strip();
                    values.put(key.startsWith("flyway.") ? key.substring(7) : key, line.substring(equals + 1).strip());
                }
            }
        }
        return new FlywayConfig(values);
    }

    /** {@return a way with what is said of it} */
    Way applyTo(Way way) {
        var said = is("placeholderReplacement", "false") ? way : way.substituting();
        said = said.outside(is("executeInTransaction", "false"));
        var condition = values.get("shouldExecute");
        return condition == null || condition.equalsIgnoreCase("true") ? said
                : said.todo("Flyway ran this only where `" + condition + "` holds; here it runs everywhere.");
    }

    /** {@return the keys that mean nothing here} */
    List<String> others() {
        var others = new ArrayList<>(values.keySet());
        others.removeAll(List.of("placeholderReplacement", "executeInTransaction", "shouldExecute"));
        if (values.getOrDefault("encoding", "").toUpperCase(Locale.ROOT).equals("UTF-8")) {
            others.remove("encoding");
        }
        return others;
    }

    private boolean is(String key, String value) {
        return value.equalsIgnoreCase(values.get(key));
    }
}
