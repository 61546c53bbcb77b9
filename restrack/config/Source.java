package restrack.config;

import java.util.List;
import java.util.Map;

/** A place that settings come from. They are asked in the order of precedence; the first that knows a setting wins. */
sealed interface Source {
    /** {@return what a message calls it, {@code environment} or {@code migrations/migrate.properties}} */
    String label();

    /** {@return all it says, by the name it has there} */
    Map<String, String> values();

    /** {@return the names that a setting goes by here, the first one first} */
    List<String> spellings(String id);

    /** {@return the setting as this place has it, or null; what is empty counts as not set} */
    default Setting find(String id, boolean secret) {
        for (var spelling : spellings(id)) {
            var value = values().get(spelling);
            if (value != null && !value.isBlank()) {
                return new Setting(id, value.strip(), label() + " " + spelling, secret);
            }
        }
        return null;
    }

    /** The options of the command line; the keys are {@code --url} and the like. */
    record Options(Map<String, String> values) implements Source {
        @Override
        public String label() {
            return "option";
        }

        @Override
        public List<String> spellings(String id) {
            return List.of(spelling(id));
        }

        static String spelling(String id) {
            return id.startsWith(Key.PLACEHOLDER)
                    ? "--set " + id.substring(Key.PLACEHOLDER.length())
                    : "--" + id;
        }
    }

    /**
     * The environment, or a {@code .env} file.
     *
     * @param urls the variables that hold the URL, after {@code MIGRATE_URL}
     */
    record Variables(String label, Map<String, String> values, List<String> urls) implements Source {
        @Override
        public List<String> spellings(String id) {
            return id.equals(Key.URL.id()) ? urls : List.of(Key.variable(id));
        }
    }

    /** {@code migrate.properties}, where the keys of the chosen environment come before the plain ones. */
    record Properties(String label, Map<String, String> values, String env) implements Source {
        @Override
        public List<String> spellings(String id) {
            return env.isEmpty() ? List.of(id) : List.of(env + "." + id, id);
        }

        boolean knowsEnvironment() {
            for (var name : values.keySet()) {
                if (name.startsWith(env + ".")) {
                    return true;
                }
            }
            return false;
        }
    }
}
