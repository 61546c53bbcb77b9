package restrack.wanted;

import java.util.Optional;
import restrack.schema.Subject;
import restrack.sql.Statement;
import restrack.sql.TableName;
import restrack.sql.TokenCursor;

/**
 * What a {@code CREATE} creates.
 *
 * @param kind      the word for it
 * @param name      its name
 * @param temporary whether it is gone with the session
 * @param virtual   whether it is a virtual table
 */
public record Creation(Kind kind, TableName name, boolean temporary, boolean virtual) {
    /** What is created by a statement of its own, and known by a name. */
    public enum Kind {
        TABLE, VIEW, INDEX, TRIGGER;

        /** {@return the kind among whose names its own has to be the only one} */
        Kind namespace() {
            return this == VIEW ? TABLE : this;
        }
    }

    /** {@return what a statement creates; nothing if it is none of {@link Kind}} */
    public static Optional<Creation> of(Statement statement) {
        var cursor = statement.cursor();
        if (!cursor.accept("CREATE")) {
            return Optional.empty();
        }
        cursor.accept("OR", "REPLACE");
        boolean temporary = cursor.accept("TEMP") || cursor.accept("TEMPORARY");
        boolean virtual = cursor.accept("VIRTUAL");
        cursor.accept("UNIQUE");
        return kind(cursor).flatMap(kind -> {
            cursor.accept("IF", "NOT", "EXISTS");
            return cursor.tableName().map(name -> new Creation(kind, name,
                    temporary || name.schema().equalsIgnoreCase("temp"), virtual));
        });
    }

    private static Optional<Kind> kind(TokenCursor cursor) {
        for (var kind : Kind.values()) {
            if (cursor.accept(kind.name())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** {@return what comparisons call it, if only SQL can say it} */
    Optional<Subject> subject() {
        return switch (kind) {
            case VIEW -> Optional.of(Subject.VIEW);
            case TRIGGER -> Optional.of(Subject.TRIGGER);
            case TABLE -> virtual ? Optional.of(Subject.VIRTUAL_TABLE) : Optional.empty();
            case INDEX -> Optional.empty();
        };
    }

    /** {@return whether it is a table with rows of its own} */
    boolean isPlainTable() {
        return kind == Kind.TABLE && !virtual;
    }
}
