package tests.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import restrack.config.Settings;

/** A working directory for one test, with what the command line and the environment say. */
final class SettingsFolder {
    private final Path folder;
    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    SettingsFolder(Path folder) {
        this.folder = folder;
    }

    SettingsFolder option(String name, String value) {
        options.put(name, value);
        return this;
    }

    SettingsFolder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    SettingsFolder file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    SettingsFolder properties(String text) throws IOException {
        return file("migrations/migrate.properties", text);
    }

    Settings load() {
        return Settings.load(options, environment, folder);
    }

    /** {@return what {@code migrate config} would show for a setting, as {@code value (source)}} */
    String shown(String name) {
        for (var setting : load().all()) {
            if (setting.name().equals(name)) {
                return setting.value() + " (" + setting.source() + ")";
            }
        }
        return "not there";
    }
}
