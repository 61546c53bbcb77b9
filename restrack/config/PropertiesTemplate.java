package restrack.config;

/** The {@code migrate.properties} that {@code migrate init} writes: every setting, commented out, with its default. */
public final class PropertiesTemplate {
    private PropertiesTemplate() {
    }

    /** {@return the text of the file} */
    public static String text() {
        var text = new StringBuilder("""
                # Settings of the migrate and revision commands. An option of the command line, the environment and
                # .env come before this file; 'migrate config' shows what counts and where it came from.
                # A key may be kept for one environment: prod.confirm = true counts with --env prod only.
                # A backslash is written twice.
                """);
        for (var key : Key.values()) {
            if (key.inFile()) {
                text.append("\n# ").append(key.description()).append("\n#").append(key.id()).append(" =")
                        .append(key.fallback().isEmpty() ? "" : " " + key.fallback()).append('\n');
            }
        }
        return text.toString();
    }
}
