package restrack.database.sqlite.catalog;

/**
 * A row of {@code sqlite_schema}.
 *
 * @param rowid its place in the order of the schema
 * @param type  table, index, view or trigger
 * @param name  its name
 * @param table the table or view that it belongs to; a table belongs to itself
 * @param root  the page where its b-tree begins; 0 if it has none
 * @param sql   the statement that made it, as SQLite keeps it; null for an index that a constraint made
 */
public record SchemaObject(long rowid, String type, String name, String table, long root, String sql) {
    public boolean isTable() {
        return type.equals("table");
    }

    boolean isIndex() {
        return type.equals("index");
    }

    public boolean isView() {
        return type.equals("view");
    }

    public boolean isTrigger() {
        return type.equals("trigger");
    }

    /** {@return whether a UNIQUE or PRIMARY KEY made it} */
    public boolean isAutomatic() {
        return isIndex() && sql == null;
    }

    /** {@return what a person calls it: {@code the view active_users}} */
    public String words() {
        return "the " + type + " " + name;
    }
}
