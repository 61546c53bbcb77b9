package restrack.sql;

/**
 * The name of a table as a statement gives it.
 *
 * @param schema the schema before the dot; empty if none is named
 * @param table  the table, without quotes
 */
public record TableName(String schema, String table) {
    /** {@return whether both name one table, in any case; a schema that is not named may be any} */
    public boolean same(TableName other) {
        return table.equalsIgnoreCase(other.table)
                && (schema.isEmpty() || other.schema.isEmpty() || schema.equalsIgnoreCase(other.schema));
    }

    /** {@return the name as a person writes it} */
    @Override
    public String toString() {
        return schema.isEmpty() ? table : schema + "." + table;
    }
}
