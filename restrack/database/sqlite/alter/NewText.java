package restrack.database.sqlite.alter;

/**
 * A text that an object of the schema gets.
 *
 * @param type table, view or trigger
 * @param name its name
 * @param sql  the new text
 */
record NewText(String type, String name, String sql) {
    /** {@return what writes it into {@code sqlite_schema}} */
    String statement() {
        return SchemaEdit.text(type, name, sql);
    }

    boolean isOf(SchemaObject object) {
        return type.equals(object.type()) && name.equals(object.name());
    }
}
