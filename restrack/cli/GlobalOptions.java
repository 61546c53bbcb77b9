package restrack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What can be said with every command, before its name or behind it. */
final class GlobalOptions {
    @Option(names = "--url", paramLabel = "URL", scope = ScopeType.INHERIT,
            description = "The database: sqlite:///data/app.db, or a plain jdbc: URL.")
    String url;

    @Option(names = "--env", paramLabel = "NAME", scope = ScopeType.INHERIT,
            description = "Use the settings NAME.… and the file .env.NAME.")
    String env;

    @Option(names = "--dir", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "The folder of the scripts (default: migrations).")
    String dir;

    @Option(names = "--set", paramLabel = "NAME=VALUE", scope = ScopeType.INHERIT,
            description = "What $${NAME} stands for in SQL scripts.")
    Map<String, String> set;

    @Option(names = "--lock-timeout", paramLabel = "TIME", scope = ScopeType.INHERIT,
            description = "How long to wait for a locked database: 10s, 500ms, 2m (default: 10s).")
    String lockTimeout;

    @Option(names = "--json", scope = ScopeType.INHERIT,
            description = "Answer with one JSON document on standard output.")
    boolean json;

    @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "Say nothing but results.")
    boolean quiet;

    @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT,
            description = "Say more; show where an error comes from.")
    boolean verbose;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours; NO_COLOR does the same.")
    boolean noColor;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this.")
    boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, scope = ScopeType.INHERIT,
            description = "Show the version.")
    boolean version;

    /** {@return what was said, by the name of the setting} */
    Map<String, String> asSettings() {
        var settings = new LinkedHashMap<String, String>();
        put(settings, "url", url);
        put(settings, "env", env);
        put(settings, "dir", dir);
        put(settings, "lock-timeout", lockTimeout);
        if (set != null) {
            set.forEach((name, value) -> settings.put("placeholder." + name, value));
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
