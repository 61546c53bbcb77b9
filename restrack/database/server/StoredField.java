package restrack.database.server;

import restrack.database.RowForm;

/**
 * A column of a table on a server.
 *
 * @param form      what its values have to be like
 * @param exact     an expression for its value, as a whole number, a floating-point number, a text or bytes, that is
 *                  the same for equal values and for no others
 * @param place     what stands for a value of it where it is compared: {@code ?}, or a cast of it
 * @param unordered why rows cannot be gone through in its order, as the end of a sentence; empty if they can
 */
public record StoredField(RowForm.Field form, String exact, String place, String unordered) {
    /** {@return its name} */
    public String name() {
        return form.name().text();
    }
}
