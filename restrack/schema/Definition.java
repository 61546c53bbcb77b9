package restrack.schema;

import java.util.Optional;

/**
 * What a schema has beside tables, known by the statement that makes it.
 *
 * @param kind   what it is
 * @param name   its name
 * @param owner  the table or view that a trigger is on
 * @param sql    the statement that makes it, and those behind it that say more of it
 * @param detail what else the database knows of it; no difference, where {@code sql} is the same
 */
public record Definition(Kind kind, Name name, Optional<Name> owner, Sql sql, Detail detail) {
    /** One of which nothing is known but the statement. */
    public Definition(Kind kind, Name name, Optional<Name> owner, Sql sql) {
        this(kind, name, owner, sql, Detail.NONE);
    }

    /** What is known by its statement. */
    public enum Kind {
        EXTENSION("extension"), ENUM("enum"), DOMAIN("domain"), COMPOSITE_TYPE("composite type"), SEQUENCE("sequence"),
        FUNCTION("function"), PROCEDURE("procedure"), VIRTUAL_TABLE("virtual table"), VIEW("view"),
        MATERIALIZED_VIEW("materialized view"), TRIGGER("trigger"), POLICY("policy"), EVENT("event");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return what a person calls it: {@code virtual table}} */
        public String words() {
            return words;
        }
    }
}
