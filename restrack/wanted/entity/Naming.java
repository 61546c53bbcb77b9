package restrack.wanted.entity;

import java.util.Locale;

/** How tables and columns are called whose names no annotation says. */
public enum Naming {
    /** As the class and the attribute are called: {@code mustChangePassword}. What the specification says. */
    AS_WRITTEN,
    /** In small letters with underscores: {@code must_change_password}. What Spring has made usual. */
    SNAKE_CASE;

    /** {@return what the database calls something that is called so in Java} */
    String of(String javaName) {
        return this == AS_WRITTEN ? javaName : javaName
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
