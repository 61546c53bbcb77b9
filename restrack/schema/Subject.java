package restrack.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a change is about, in the words by which a person leaves it out of comparisons. */
public enum Subject {
    TABLE, COLUMN, TYPE, NULLABILITY, DEFAULT, COLLATION, GENERATED, IDENTITY, ON_UPDATE, COMMENT, PRIMARY_KEY, UNIQUE,
    CHECK, FOREIGN_KEY, EXCLUSION, INDEX, OPTION, VIEW, MATERIALIZED_VIEW, TRIGGER, VIRTUAL_TABLE, EXTENSION, ENUM,
    DOMAIN, COMPOSITE_TYPE, SEQUENCE, FUNCTION, PROCEDURE, POLICY, EVENT, ORDER;

    /** {@return its word: {@code foreign-key}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the subject that a view, trigger or virtual table is} */
    public static Subject of(Definition definition) {
        return valueOf(definition.kind().name());
    }

    /** {@return the subject of that word; nothing if there is none} */
    public static Optional<Subject> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
