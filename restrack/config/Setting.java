package restrack.config;

/**
 * A setting as it counts, and where it came from.
 *
 * @param name   its name in {@code migrate.properties}
 * @param value  its value; passwords are masked where {@link Settings#all()} hands it out
 * @param source where it came from: {@code option --url}, {@code environment DB_RESTRACK},
 *               {@code .env DB_RESTRACK}, {@code migrations/migrate.properties url} or {@code default}
 * @param secret whether the value may hold something that must not be printed
 */
public record Setting(String name, String value, String source, boolean secret) {
    /** The source of a setting that nobody has set. */
    static final String DEFAULT = "default";

    /** {@return the name and the source, so that a secret never gets into a log by way of a record} */
    @Override
    public String toString() {
        return secret ? name + " (" + source + ")" : name + " = " + value + " (" + source + ")";
    }

    /** {@return whether somebody has set it} */
    public boolean isSet() {
        return !source.equals(DEFAULT);
    }

    Setting masked() {
        if (!secret) {
            return this;
        }
        return new Setting(name, maskedValue(), source, true);
    }

    private String maskedValue() {
        if (name.equals(Key.MODELS_COMMAND.id()) || name.equals(Key.URL_PASSWORD_COMMAND.id())) {
            return Secrets.maskCommand(value);
        }
        boolean whole = name.startsWith(Key.PLACEHOLDER) || name.equals(Key.URL_PASSWORD.id()) && !value.isEmpty();
        return whole ? Secrets.MASK : Secrets.maskUrl(value);
    }
}
