package restrack.wanted;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.schema.Subject;
import restrack.sql.Statement;
import restrack.sql.TableName;
import restrack.sql.Token;
import restrack.sql.TokenCursor;

/**
 * What a {@code CREATE} creates.
 *
 * @param kind      the word for it
 * @param name      its name
 * @param temporary whether it is gone with the session
 * @param virtual   whether it is a virtual table
 * @param replaces  whether it takes the place of one that is there
 * @param within    what tells it from others of its name: the arguments of a function, the table of a policy
 * @param subject   what comparisons call it, if only SQL can say it
 */
public record Creation(Kind kind, TableName name, boolean temporary, boolean virtual, boolean replaces, String within,
        Optional<Subject> subject) {
    /** What is created by a statement of its own, and known by a name. */
    public enum Kind {
        TABLE, VIEW, INDEX, TRIGGER, MATERIALIZED_VIEW, SEQUENCE, TYPE, DOMAIN, FUNCTION, PROCEDURE, AGGREGATE, POLICY,
        RULE, EXTENSION, EVENT;

        /** {@return the kind among whose names its own has to be the only one} */
        Kind namespace() {
            return switch (this) {
                case VIEW, MATERIALIZED_VIEW, SEQUENCE -> TABLE;
                case DOMAIN -> TYPE;
                default -> this;
            };
        }

        private String[] words() {
            return name().split("_");
        }

        /** {@return whether several may have one name, if their arguments differ} */
        boolean hasArguments() {
            return this == FUNCTION || this == PROCEDURE || this == AGGREGATE;
        }
    }

    private static final List<String> PASSED = List.of("UNIQUE", "UNLOGGED", "RECURSIVE", "CONSTRAINT", "GLOBAL",
            "LOCAL", "FULLTEXT", "SPATIAL");
    /** The words that a definer may stand before. */
    private static final List<String> NAMED = List.of("VIEW", "TRIGGER", "FUNCTION", "AGGREGATE", "PROCEDURE", "EVENT");

    /** {@return what a statement creates; nothing if it is none of {@link Kind}, or has no name} */
    public static Optional<Creation> of(Statement statement) {
        var cursor = statement.cursor();
        if (!cursor.accept("CREATE")) {
            return Optional.empty();
        }
        boolean replaces = cursor.accept("OR", "REPLACE");
        passAdjectives(cursor);
        boolean temporary = cursor.accept("TEMP") || cursor.accept("TEMPORARY");
        boolean virtual = cursor.accept("VIRTUAL");
        passAdjectives(cursor);
        return kind(cursor).flatMap(kind -> {
            cursor.accept("CONCURRENTLY");
            cursor.accept("IF", "NOT", "EXISTS");
            if (kind == Kind.INDEX && cursor.accept("ON")) {
                return Optional.empty();
            }
            return cursor.tableName().map(name -> new Creation(kind, name,
                    temporary || name.schema().equalsIgnoreCase("temp"), virtual, replaces, within(kind, cursor.rest()),
                    subject(kind, virtual, cursor.rest())));
        });
    }

    /** What may stand between CREATE and the word for what is created. */
    private static void passAdjectives(TokenCursor cursor) {
        while (PASSED.stream().anyMatch(cursor::accept) || passSetting(cursor)) {
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
        while (!cursor.atEnd() && !cursor.rest().get(0).is("SQL")
                && NAMED.stream().noneMatch(cursor.rest().get(0)::is)) {
            cursor.next();
        }
        return true;
    }

    private static Optional<Kind> kind(TokenCursor cursor) {
        for (var kind : Kind.values()) {
            if (cursor.accept(kind.words())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String within(Kind kind, List<Token> rest) {
        if (kind.hasArguments()) {
            return arguments(rest);
        }
        if (kind != Kind.TRIGGER && kind != Kind.POLICY && kind != Kind.RULE) {
            return "";
        }
        var cursor = new TokenCursor(rest);
        // A rule is … AS ON event TO table.
        boolean found = cursor.skipPast(kind == Kind.RULE ? "TO" : "ON");
        return found ? cursor.tableName().map(it -> it.table().toLowerCase(Locale.ROOT)).orElse("") : "";
    }

    private static String arguments(List<Token> rest) {
        int depth = 0;
        for (int i = 0; i < rest.size(); i++) {
            depth += rest.get(i).isSymbol('(') ? 1 : rest.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return rest.subList(0, i).stream().map(it -> it.text().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
            }
        }
        return "";
    }

    private static Optional<Subject> subject(Kind kind, boolean virtual, List<Token> rest) {
        return switch (kind) {
            case TABLE -> virtual ? Optional.of(Subject.VIRTUAL_TABLE) : Optional.empty();
            case TYPE -> rest.size() > 1 && rest.get(0).is("AS")
                    ? Optional.of(rest.get(1).is("ENUM") ? Subject.ENUM : Subject.COMPOSITE_TYPE) : Optional.empty();
            case INDEX, AGGREGATE, RULE -> Optional.empty();
            default -> Optional.of(Subject.valueOf(kind.name()));
        };
    }

    /** {@return whether it is a table with rows of its own} */
    boolean isPlainTable() {
        return kind == Kind.TABLE && !virtual;
    }
}
