package tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process with the classes of the tests, which begins soon. */
public final class Jvm {
    private Jvm() {
    }

    /** {@return the command line that starts a class} More may be added to it. */
    public static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** {@return a process without the settings of whoever runs the tests} */
    public static ProcessBuilder withoutSettings(List<String> command, Path folder) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("MIGRATE_") || it.equals("DB_RESTRACK")
                || it.equals("DATABASE_URL") || it.equals("JAVA_TOOL_OPTIONS"));
        return builder;
    }
}
