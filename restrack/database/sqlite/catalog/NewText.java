package restrack.database.sqlite.catalog;

/**
 * A text that an object of the schema gets.
 *
 * @param type table, view or trigger
 * @param name its name
 * @param sql  the new text
 */
public record NewText(String type, String name, String sql) {
    /** {@return what writes it into {@code sqlite_schema}} */
    public String statement() {
        return SchemaEdit.text(type, name, sql);
    }

    public boolean isOf(SchemaObject object) {
        return type.equals(object.type()) && name.equals(object.name());
    }
}
