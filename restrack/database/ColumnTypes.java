package restrack.database;

/** What a database calls the types that models speak of. What all of them call the same is said here. */
public interface ColumnTypes {
    /** {@return the type of a text of at most so many characters} */
    default String varchar(int length) {
        return "VARCHAR(" + length + ")";
    }

    /** {@return the type of a text of so many characters} */
    default String character(int length) {
        return "CHAR(" + length + ")";
    }

    /** {@return the type of a text of any length} */
    String text();

    /** {@return the type of a whole number of 8, 16, 32 or 64 bits} */
    String integer(int bits);

    /** {@return the type of a key that the database counts up by itself, alone in its primary key} */
    String identity(int bits);

    /** {@return what has to stand behind the type of such a key; empty if nothing} */
    String identityClause();

    /** {@return the type of a number with so many digits, of which {@code scale} stand behind the point} */
    String decimal(int precision, int scale);

    /** {@return the type of a floating-point number of 32 or 64 bits} */
    String floating(int bits);

    /** {@return the type of true and false} */
    default String bool() {
        return "BOOLEAN";
    }

    /** {@return the type of a date} */
    default String date() {
        return "DATE";
    }

    /** {@return the type of a time of day} */
    String time();

    /** {@return the type of a date and a time, without a zone} */
    String timestamp();

    /** {@return the type of a moment} */
    String timestampWithZone();

    /** {@return the type of a UUID} */
    String uuid();

    /** {@return the type of bytes} */
    String binary(int length);
}
