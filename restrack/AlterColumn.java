package restrack;

/** Changes to one column. After an action the chain goes on with this column, or with the table. */
public interface AlterColumn extends AlterTable {
    /**
     * Changes the type. What is stored is converted as the database would convert it; a value that would change its
     * meaning is refused.
     */
    AlterColumn type(String type);

    /**
     * Changes the type.
     *
     * @param using what each row gets in place of its value, an expression over its columns: {@code "length(name)"}
     */
    AlterColumn type(String type, String using);

    /** Changes how the values are compared, and the type, which may be the one that the column has. */
    AlterColumn collate(String type, String collation);

    /** Changes what a new row gets if nothing is said; rows that are there keep their values. */
    AlterColumn setDefault(String expression);

    /** Lets a new row have NULL if nothing is said. */
    AlterColumn dropDefault();

    /** Forbids NULL. Refused while there are rows with it. */
    AlterColumn setNotNull();

    /** Allows NULL. */
    AlterColumn dropNotNull();

    /** Makes it a column whose values are computed when a row is written, and stored. */
    AlterColumn generatedStored(String expression);

    /** Makes it a column whose values are computed when a row is read. */
    AlterColumn generatedVirtual(String expression);

    /** Changes how the values of a generated column are computed. */
    AlterColumn setExpression(String expression);

    /** Makes a generated column an ordinary one, with the values that it has now. */
    AlterColumn dropExpression();
}
