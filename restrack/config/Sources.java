package restrack.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * The places that were asked, and what they answered.
 *
 * @param settings     each setting with its source
 * @param placeholders each placeholder with its source, by its name
 */
record Sources(Map<Key, Setting> settings, Map<String, Setting> placeholders) {
    static final String DATABASE_URL = "DATABASE_URL";

    static Sources of(Map<String, String> options, Map<String, String> environment, Path workingDirectory) {
        var settings = new EnumMap<Key, Setting>(Key.class);
        var sources = new ArrayList<Source>();
        sources.add(options(options));
        sources.add(new Source.Variables("environment", environment, List.of()));
        // These two decide which files are asked as well.
        var env = find(Key.ENV, sources);
        settings.put(Key.ENV, env);
        if (!env.value().isEmpty()) {
            checkName(env);
            addVariables(".env." + env.value(), workingDirectory, sources);
        }
        addVariables(".env", workingDirectory, sources);
        var dir = find(Key.DIR, sources);
        settings.put(Key.DIR, dir);

        var label = dir.value() + (dir.value().endsWith("/") ? "" : "/") + PropertiesFile.NAME;
        var properties = PropertiesFile.read(folder(workingDirectory, dir).resolve(PropertiesFile.NAME), label);
        sources.add(new Source.Properties(label, properties, env.value()));
        checkExists(env, sources, label);
        for (var key : Key.values()) {
            if (key.inFile() && key != Key.URL) {
                settings.put(key, find(key, sources));
            }
        }
        settings.put(Key.URL, findUrl(settings, sources));
        return new Sources(settings, placeholders(sources));
    }

    /** {@return the folder that a setting names} */
    static Path folder(Path workingDirectory, Setting dir) {
        try {
            return workingDirectory.resolve(dir.value());
        } catch (InvalidPathException e) {
            throw Value.bad(dir, "Write the path of a folder.");
        }
    }

    private static Source options(Map<String, String> options) {
        var spelled = new HashMap<String, String>();
        for (var option : options.entrySet()) {
            var spelling = Source.Options.spelling(option.getKey());
            if (option.getValue().isBlank() && !option.getKey().startsWith(Key.PLACEHOLDER)) {
                // A variable that the shell found empty must not quietly lead to another database.
                throw new MigrateException(ErrorKind.BAD_SETTING, "The option " + spelling + " is empty.",
                        "Give it a value, or leave it out.");
            }
            spelled.put(spelling, option.getValue());
        }
        return new Source.Options(spelled);
    }

    private static void addVariables(String file, Path folder, List<Source> sources) {
        var values = DotEnv.read(folder, file);
        if (!values.isEmpty()) {
            sources.add(new Source.Variables(file, values, List.of()));
        }
    }

    private static Setting find(Key key, List<Source> sources) {
        for (var source : sources) {
            var setting = source.find(key.id(), key.secret());
            if (setting != null) {
                return setting;
            }
        }
        return new Setting(key.id(), key.fallback(), Setting.DEFAULT, key.secret());
    }

    private static Setting findUrl(Map<Key, Setting> settings, List<Source> sources) {
        var names = new ArrayList<String>();
        names.add(Key.URL.variable());
        for (var name : UrlParts.split(settings.get(Key.URL_VARIABLE).value(), ',')) {
            names.add(name.strip());
        }
        names.add(DATABASE_URL);
        for (var source : sources) {
            var asked = source instanceof Source.Variables it
                    ? new Source.Variables(it.label(), it.values(), names) : source;
            var setting = asked.find(Key.URL.id(), true);
            if (setting != null) {
                return setting;
            }
        }
        var fallback = settings.get(Key.URL_DEFAULT);
        return new Setting(Key.URL.id(), fallback.value(), fallback.source(), true);
    }

    private static void checkName(Setting env) {
        if (!PropertiesFile.isEnvironment(env.value())) {
            throw Value.bad(env, "A name has letters, digits, _ and - only, and is not that of a setting.");
        }
    }

    /** A slip in the name of an environment must not quietly lead to the ordinary database. */
    private static void checkExists(Setting env, List<Source> sources, String label) {
        var name = env.value();
        if (name.isEmpty()) {
            return;
        }
        for (var source : sources) {
            if (source.label().equals(".env." + name)
                    || source instanceof Source.Properties properties && properties.knowsEnvironment()) {
                return;
            }
        }
        throw new MigrateException(ErrorKind.BAD_SETTING, "There is no environment '" + name + "' (" + env.source()
                + "): no key in " + label + " begins with '" + name + ".', and no file .env." + name
                + " sets anything.", "Set " + name + ".url in " + label + ", or the database in .env." + name + ".");
    }

    /** A placeholder may be empty, so here an empty value counts. */
    private static Map<String, Setting> placeholders(List<Source> sources) {
        var found = new TreeMap<String, Setting>();
        for (var source : sources) {
            for (var start : source.spellings(Key.PLACEHOLDER)) {
                for (var value : source.values().entrySet()) {
                    var spelling = value.getKey();
                    if (spelling.startsWith(start) && spelling.length() > start.length()) {
                        var end = spelling.substring(start.length());
                        // Variables are written in capitals, placeholders in small letters.
                        var name = source instanceof Source.Variables ? end.toLowerCase(Locale.ROOT) : end;
                        found.putIfAbsent(name, new Setting(Key.PLACEHOLDER + name, value.getValue(),
                                source.label() + " " + spelling, Secrets.isSecret(name)));
                    }
                }
            }
        }
        return found;
    }
}
