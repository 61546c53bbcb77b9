package restrack.schema;

/**
 * The name of something in a schema. Two names are equal if the database takes them for the same.
 *
 * @param text as it was written, without quotes
 * @param key  what the database compares: for SQLite the name in small letters
 */
public record Name(String text, String key) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && key.equals(name.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
