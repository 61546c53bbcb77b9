package restrack.schema;

/**
 * An index that was created as one; those that constraints make belong to them.
 *
 * @param name       its name
 * @param definition what it is, without its name: {@code UNIQUE ON user (email COLLATE NOCASE DESC) WHERE …}
 * @param plain      whether it is over columns alone, in their own collations, and over all rows
 * @param text       the statement that makes it
 */
public record Index(Name name, Sql definition, boolean plain, String text) {
}
