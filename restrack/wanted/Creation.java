package restrack.wanted;

import java.util.List;
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
    /** The words that a definer may stand before. */
    private static final List<String> NAMED = List.of("VIEW", "TRIGGER", "FUNCTION", "AGGREGATE", "PROCEDURE", "EVENT");

    /** What is created by a statement of its own, and known by a name. */
    public enum Kind {
        TABLE, VIEW, INDEX, TRIGGER, SEQUENCE, FUNCTION, PROCEDURE, EVENT;

        /** {@return the kind among whose names its own has to be the only one} */
        Kind namespace() {
            return this == VIEW || this == SEQUENCE ? TABLE : this;
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
        passAdjectives(cursor);
        return kind(cursor).flatMap(kind -> {
            cursor.accept("IF", "NOT", "EXISTS");
            return cursor.tableName().map(name -> new Creation(kind, name,
                    temporary || name.schema().equalsIgnoreCase("temp"), virtual));
        });
    }

    /** What may stand between CREATE and the word for what is created. */
    private static void passAdjectives(TokenCursor cursor) {
        while (cursor.accept("UNIQUE") || cursor.accept("FULLTEXT") || cursor.accept("SPATIAL")
                || cursor.accept("AGGREGATE") || passSetting(cursor)) {
            continue;
        }
    }

    /** MariaDB: ALGORITHM = MERGE, DEFINER = `user`@`host`, SQL SECURITY INVOKER. */
    private static boolean passSetting(TokenCursor cursor) {
        if (cursor.accept("SQL", "SECURITY")) {
            return cursor.name().isPresent();
        }
        if (cursor.accept("ALGORITHM")) {
            return cursor.accept('=') && cursor.name().isPresent();
        }
        if (!cursor.accept("DEFINER")) {
            return false;
        }
        while (!cursor.atEnd() && !cursor.rest().get(0).is("SQL") && NAMED.stream().noneMatch(cursor.rest().get(0)::is)) {
            cursor.next();
        }
        return true;
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
            case SEQUENCE -> Optional.of(Subject.SEQUENCE);
            case FUNCTION -> Optional.of(Subject.FUNCTION);
            case PROCEDURE -> Optional.of(Subject.PROCEDURE);
            case EVENT -> Optional.of(Subject.EVENT);
            case INDEX -> Optional.empty();
        };
    }

    /** {@return whether its name is the only one of its kind: routines may differ in their parameters alone} */
    boolean isAlone() {
        return kind != Kind.FUNCTION && kind != Kind.PROCEDURE;
    }

    /** {@return whether it is a table with rows of its own} */
    boolean isPlainTable() {
        return kind == Kind.TABLE && !virtual;
    }
}
