package restrack.schema;

/**
 * A piece of SQL. Two pieces are equal if they say the same, however they are spelled.
 *
 * @param text   as it can stand in a statement
 * @param normal the same whatever the spelling; what that is, the database's own room knows
 */
public record Sql(String text, String normal) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Sql sql && normal.equals(sql.normal);
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
