package restrack.database.sqlite.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import restrack.MigrateException;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.CreateVirtualTable;
import restrack.database.sqlite.grammar.MalformedException;
import restrack.schema.Definition;
import restrack.schema.Sql;
import restrack.sql.Token;

/** Reads what is known by its statement. What stands before its name does not count. */
final class DefinitionReading {
    private final KnownNames names;

    DefinitionReading(KnownNames names) {
        this.names = names;
    }

    static boolean isVirtual(SchemaObject object) {
        return object.isTable() && object.sql() != null && object.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, 14);
    }

    /**
     * {@return a view, trigger or virtual table}
     *
     * @throws MigrateException {@code database_error} if the text is not that of one
     */
    Definition of(SchemaObject object) {
        try {
            return isVirtual(object)
                    ? definition(Definition.Kind.VIRTUAL_TABLE, object, Optional.empty(), virtualTable(object.sql()))
                    : object.isView()
                    ? definition(Definition.Kind.VIEW, object, Optional.empty(), statement(object))
                    : definition(Definition.Kind.TRIGGER, object, Optional.of(object.table()), statement(object));
        } catch (MalformedException e) {
            throw ParsedTable.unreadable(object, e.getMessage().replaceAll("\\.$", ""));
        }
    }

    private static Definition definition(Definition.Kind kind, SchemaObject object, Optional<String> owner,
            String normal) {
        return new Definition(kind, SqliteNames.of(object.name()), owner.map(SqliteNames::of),
                new Sql(object.sql(), normal));
    }

    /** What the arguments mean only the module knows: they have to be spelled alike. */
    private static String virtualTable(String sql) {
        var create = CreateVirtualTable.parse(sql);
        var spelling = new Spelling(sql, it -> false);
        return "USING " + SqliteNames.key(create.module().value()) + create.arguments().stream()
                .map(spelling::asWritten).collect(Collectors.joining(", ", " (", ")"));
    }

    private String statement(SchemaObject object) {
        if (object.sql() == null) {
            throw ParsedTable.unreadable(object, "there is none");
        }
        var known = names.in(object.sql());
        var spelling = new Spelling(object.sql(), known::contains);
        int end = spelling.tokens().size();
        while (end > 0 && spelling.tokens().get(end - 1).isSymbol(';')) {
            end--;
        }
        int start = behindName(object, spelling);
        // To say that a trigger is for each row is to say nothing: there are no others.
        int each = start;
        while (each < end && !sees(spelling.tokens(), each, "FOR", "EACH", "ROW")) {
            each++;
        }
        return spelling.spelled(start, each) + (each < end ? " " + spelling.spelled(each + 3, end) : "");
    }

    private static boolean sees(List<Token> tokens, int at, String... words) {
        return IntStream.range(0, words.length).allMatch(it -> at + it < tokens.size()
                && tokens.get(at + it).is(words[it]));
    }

    /** The number of the token behind the name. */
    private static int behindName(SchemaObject object, Spelling spelling) {
        var tokens = spelling.tokens();
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is("VIEW") && !tokens.get(at).is("TRIGGER")) {
            at++;
        }
        at++;
        at += sees(tokens, at, "IF", "NOT", "EXISTS") ? 3 : 0;
        if (at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('.')) {
            at += 2;
        }
        if (at >= tokens.size()) {
            throw ParsedTable.unreadable(object, "it ends too early");
        }
        return at + 1;
    }
}
